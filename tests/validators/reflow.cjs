// Opens HTML files in a window 320 pixels wide, in the dark, and runs axe-core there: WCAG 2.2, 1.4.10 and 1.4.3.
// Arguments: the chromium command, then the files. Prints {file: {wide: pixels, violations: [id, …]}}.
const fs = require("node:fs");
const path = require("node:path");
const { pathToFileURL } = require("node:url");

const modules = path.join(__dirname, "..", "..", ".validators", "node_modules");
const puppeteer = require(path.join(modules, "puppeteer-core"));
const axe = fs.readFileSync(path.join(modules, "axe-core", "axe.min.js"), "utf8");

async function look(browser, file) {
  const page = await browser.newPage();
  await page.setViewport({ width: 320, height: 640 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
  await page.goto(pathToFileURL(path.resolve(file)).href, { waitUntil: "load" });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run({ resultTypes: ["violations"] }));
  await page.close();
  return { wide, violations: violations.map(({ id }) => id) };
}

async function main([executablePath, ...files]) {
  const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"];
  args.push("--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND");
  const browser = await puppeteer.launch({ executablePath, args });
  try {
    const found = {};
    for (const file of files) found[file] = await look(browser, file);
    console.log(JSON.stringify(found, null, 1));
  } finally {
    await browser.close();
  }
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  process.exitCode = 2;
});
