"""Phrases of mailing programs go, whole lines only; sentences that resemble them stay."""

from __future__ import annotations

import pytest

from oimpress.pipeline import normalise_source
from oimpress.sources import Source

PROSE = "La piscine municipale accueillera le public à partir du 3 juin, après deux ans de travaux."
GONE = (
    "Voir ce message dans votre navigateur",
    "Si ce message ne s'affiche pas correctement, cliquez ici.",
    "Vous recevez ce courriel car vous êtes inscrit à la liste presse. Se désinscrire",
    "Pour vous désabonner, cliquez ici",
    "Unsubscribe from this list",
    "Envoyé de mon iPhone",
    "Sent from my iPad",
    "Ce message et ses pièces jointes sont confidentiels et réservés à leurs destinataires.",
    "Pensez à l'environnement avant d'imprimer ce message",
    "Ouvrir dans le navigateur",
    "Modifier mes préférences",
    "Pour ne plus recevoir nos communiqués, écrivez STOP.",
    "Merci de ne pas répondre à ce courriel.",
    "If you no longer wish to receive our emails, please reply with STOP.",
    "Si vous ne souhaitez plus recevoir nos communiqués, répondez STOP.",
    "Si no desea recibir más correos, responda BAJA.",
    "Message transmis par le serveur de la ville.",
    "Le contenu de ce message est confidentiel.",
    "Faut-il imprimer ce mail ?",
    "Vous recevez ce courriel en tant que membre du cercle.",
    "Ce courriel et ses pièces jointes sont confidentiels.",
    "Ce message ainsi que ses éventuelles pièces jointes sont strictement confidentiels. Merci de le détruire.",
    "This e-mail and any attachments are confidential and intended solely for the addressee.",
    "Este mensaje y sus adjuntos son confidenciales y van dirigidos exclusivamente a su destinatario.",
    "To stop receiving these messages, reply with UNSUBSCRIBE.",
    "Si no desea recibir más comunicaciones, responda a este correo con la palabra BAJA.",
    "Antes de imprimir este correo, piense en el medio ambiente.",
    "Avant d'imprimer, pensez à l'environnement.",
)
KEPT = (
    "Voir la vidéo en ligne",
    "Ce courrier et ses annexes sont confidentiels, a répondu la préfecture aux riverains.",
    "Les échanges de ce groupe sont confidentiels.",
    "To stop receiving treated water, the village has drilled a well of its own.",
    "Avant d'imprimer ses affiches, la ville pense à ses arbres.",
    "Ouvrir dans le quartier une crèche : tel est le projet",
    "Modifier les préférences des voyageurs est difficile",
    "Pour ne plus recevoir d'eau trouble, les habitants ont écrit à la régie.",
    "Si vous ne souhaitez plus recevoir d'eau trouble, appelez la régie.",
    "If you no longer wish to receive our visitors, say so, the mayor told the owners.",
    "Le contenu de ce message, dit la maire, est clair.",
    "Faut-il imprimer ce livre ?",
    "Vous recevez ce message comme un signal, dit la maire.",
    "Ce message confidentiel a été publié par la presse.",
    "Les habitants peuvent se désinscrire du registre jusqu'au 3 juin.",
    "Envoyé de Lyon, le courrier est arrivé à Vézelin.",
    "Pensez à l'eau : la ville invite chacun à réduire ses prélèvements ! Elle donne l'exemple.",
)


@pytest.mark.parametrize("line", GONE)
def test_they_go(line: str) -> None:
    done = normalise_source(Source("a.txt", f"La piscine rouvre\n\n{PROSE}\n\n{line}\n".encode()))
    assert done.trail is not None
    assert done.trail.rules.get("F009") == 1


@pytest.mark.parametrize("line", KEPT)
def test_what_resembles_them_stays(line: str) -> None:
    done = normalise_source(Source("a.txt", f"La piscine rouvre\n\n{PROSE}\n\n{line}\n\n{PROSE}\n".encode()))
    assert done.trail is not None
    assert "F009" not in done.trail.rules
