// Checks HTML files with axe-core in a headless Chromium that may not reach the network.
// Arguments: the chromium command, then the files. Prints {file: [violation, ...]}; exits 1 when there is one.
const fs = require("node:fs");
const path = require("node:path");
const { pathToFileURL } = require("node:url");

const modules = path.join(__dirname, "..", "..", ".validators", "node_modules");
const puppeteer = require(path.join(modules, "puppeteer-core"));
const axe = fs.readFileSync(path.join(modules, "axe-core", "axe.min.js"), "utf8");

async function check(browser, file) {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(path.resolve(file)).href, { waitUntil: "load" });
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run({ resultTypes: ["violations"] }));
  await page.close();
  return violations.map(({ id, impact, help, nodes }) => ({ id, impact, help, nodes: nodes.map((node) => node.html) }));
}

async function main([executablePath, ...files]) {
  const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"];
  args.push("--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND");
  const browser = await puppeteer.launch({ executablePath, args });
  try {
    const found = {};
    for (const file of files) found[file] = await check(browser, file);
    console.log(JSON.stringify(found, null, 1));
    process.exitCode = Object.values(found).some((violations) => violations.length) ? 1 : 0;
  } finally {
    await browser.close();
  }
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  process.exitCode = 2;
});
