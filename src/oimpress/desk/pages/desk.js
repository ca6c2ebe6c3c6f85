// The desk without a page load: links and forms that name a region (data-swap, data-live) bring the new page and put that
// region in place of the old one. Without this script they are ordinary links and forms.
"use strict";

const parsed = (text) => new DOMParser().parseFromString(text, "text/html");

async function bring(url, options = {}) {
  const answer = await fetch(url, { credentials: "same-origin", ...options });
  return { page: parsed(await answer.text()), url: answer.url };
}

function put(page, id) {
  const old = document.getElementById(id);
  const made = page.getElementById(id);
  if (!old || !made) return;
  const focused = old.contains(document.activeElement) ? document.activeElement.id : "";
  old.replaceWith(document.adoptNode(made));
  document.title = page.title;
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  made.querySelector("[role=alert]")?.scrollIntoView({ block: "center" });
  watch();
}

async function swap(id, url, options, focus) {
  document.body.setAttribute("aria-busy", "true");
  try {
    const found = await bring(url, options);
    put(found.page, id);
    if (!options?.method) history.replaceState(null, "", found.url);
    document.getElementById(focus)?.focus({ preventScroll: true });
    document.getElementById("panel")?.scrollIntoView({ block: "nearest" });
  } finally {
    document.body.removeAttribute("aria-busy");
  }
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-swap]");
  const line = event.target.closest(".account .line");
  const meant = link ?? (window.getSelection().isCollapsed && !event.target.closest("a") && line?.querySelector("a[data-swap]"));
  if (!meant || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  swap(meant.dataset.swap, meant.href, {}, meant.dataset.focus);
});

document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-swap]");
  if (!form) return;
  event.preventDefault();
  const body = new URLSearchParams(new FormData(form, event.submitter));
  const line = form.elements.line?.value;
  swap(form.dataset.swap, form.action, { method: "POST", body }, line ? `l${line}-no` : "");
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") document.querySelector("#panel .close")?.click();
});

// A search that answers while one types.
let typing;
document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-live]");
  if (!form) return;
  clearTimeout(typing);
  typing = setTimeout(async () => {
    const url = `${form.action}?${new URLSearchParams(new FormData(form))}`;
    const found = await bring(url);
    history.replaceState(null, "", url);
    put(found.page, form.dataset.live);
  }, 200);
});

// A region that is not done yet is brought again until it is.
let watching;
function watch() {
  clearTimeout(watching);
  const region = document.querySelector("[data-poll]");
  if (!region) return;
  watching = setTimeout(async () => {
    const chosen = region.querySelector("input:checked");
    if (chosen || document.hidden) return watch();
    try {
      put((await bring(location.href)).page, region.id);
    } catch {
      watch();
    }
  }, Number(region.dataset.poll));
}
watch();

// Files that are dropped on the page, or chosen, go into the folder, each under its name.
async function take(files) {
  const words = document.getElementById("files").dataset.refused;
  for (const file of files) {
    const answer = await fetch(`/files/${encodeURIComponent(file.name)}`, { method: "POST", body: file });
    if (!answer.ok) alert(`${words.replace("{name}", file.name)} – ${await answer.text()}`);
  }
  location.assign("/");
}
document.addEventListener("change", (event) => {
  if (event.target.id === "files") take(event.target.files);
});
for (const name of ["dragover", "drop"]) {
  document.addEventListener(name, (event) => {
    if (!document.querySelector("[data-drop]") || !event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    if (name === "drop") take(event.dataTransfer.files);
  });
}
document.documentElement.classList.add("scripted");
