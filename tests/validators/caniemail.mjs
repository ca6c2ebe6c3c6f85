// Says what mail readers lack of an HTML file's features. Argument: the file. Prints {feature: [reader, ...]}.
// What the data does not know of a reader counts as unknown and is left out.
import fs from "node:fs";

const entry = new URL("../../.validators/node_modules/caniemail/dist/index.js", import.meta.url);
const { caniemail } = await import(entry);
const { clientNames } = await import(new URL("clients.js", entry));
const html = fs.readFileSync(process.argv[2], "utf8");
const readers = /^(gmail|outlook|apple-mail|orange|laposte|thunderbird)\./;

function lacking(client, page) {
  try {
    const { errors } = caniemail({ clients: [client], html: page }).issues;
    return new Set([...errors.values()].flat().map(({ title }) => title));
  } catch (error) {
    const unknown = /Feature "([a-z-]+)" not found/.exec(error.message);
    if (!unknown) throw error;
    return lacking(client, page.replace(new RegExp(`\\b${unknown[1]}:[^;"]*;?`, "g"), ""));
  }
}

const found = {};
for (const client of clientNames.filter((name) => readers.test(name)).sort()) {
  for (const title of lacking(client, html)) (found[title] ??= []).push(client);
}
console.log(JSON.stringify(found, null, 1));
