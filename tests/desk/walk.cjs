// Works at a desk as a person would, from a messy folder to a kit and a mail, in a headless Chromium that reaches nothing else.
// Arguments: the chromium command, the address of the desk. Prints what was seen: {pages: {name: {wide, violations}}, errors, …}.
const fs = require("node:fs");
const path = require("node:path");

const modules = path.join(__dirname, "..", "..", ".validators", "node_modules");
const puppeteer = require(path.join(modules, "puppeteer-core"));
const axe = fs.readFileSync(path.join(modules, "axe-core", "axe.min.js"), "utf8");
const seen = { pages: {}, errors: [] };

// What axe-core finds on the page, by day and on a wide screen, then by night and 320 pixels wide: WCAG 2.2, 1.4.3 and 1.4.10.
async function look(page, name) {
  const found = [];
  for (const [width, scheme] of [[1280, "light"], [320, "dark"]]) {
    await page.setViewport({ width, height: 800 });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run({ resultTypes: ["violations"], iframes: false }));
    found.push(...violations.map(({ id, nodes }) => `${scheme} ${id}: ${nodes[0].html}`));
  }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  seen.pages[name] = { wide, violations: found };
  await page.setViewport({ width: 1280, height: 800 });
}

const gone = (page, selector) => page.waitForFunction((one) => !document.querySelector(one), {}, selector);
const focused = (page) => page.evaluate(() => document.activeElement.id);
const open = async (page, press) => Promise.all([page.waitForNavigation(), press()]);

async function archive(page, address) {
  await page.goto(address);
  seen.address = page.url();
  await gone(page, "[data-poll]");
  await look(page, "archive");
  await page.type("#words", "tapachula");
  await page.waitForFunction(() => document.querySelectorAll(".sources tbody tr").length === 1);
  seen.searching = await focused(page);
  await open(page, () => page.click(".sources tbody a"));
}

async function release(page) {
  await look(page, "release");
  await page.focus("#l1-no");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#panel");
  seen.panel = await focused(page);
  await look(page, "panel");
  await page.keyboard.press("Escape");
  await gone(page, "#panel");
  seen.closed = await focused(page);
  await page.click("#l5 .src");
  await page.waitForSelector("#panel");
  await page.click('#panel button[value="heading"]');
  await page.waitForSelector(".block.is-heading");
  await page.focus("#wanted-0");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => !document.querySelector(".doubts"));
}

async function publish(page) {
  await open(page, () => page.click(".bar nav a"));
  for (const box of await page.$$(".sources input[type=checkbox]")) await box.click();
  await open(page, () => page.click(".actions .main"));
  await page.click(".viewing a:nth-child(2)");
  await page.waitForSelector("iframe");
  await look(page, "publish");
  await page.click("#format-pdf");
  await page.click("#format-text");
  await page.click("#format-html");
  await open(page, () => page.click(".making .fields .main"));
  await gone(page, "[data-poll]");
  await look(page, "built");
  seen.outputs = await page.$$eval(".outputs b", (found) => found.map((each) => each.textContent));
}

async function digest(page) {
  await open(page, () => page.click(".bar nav a:last-child"));
  await look(page, "digest");
  for (const step of ["prepare", "approve", "send"]) await open(page, () => page.click(`form[action="/digest/${step}"] button`));
  seen.sent = await page.$eval(".done", (said) => said.textContent);
}

// Reading, and even changing, works where the browser runs no script.
async function plain(page) {
  await page.setJavaScriptEnabled(false);
  await open(page, () => page.click(".bar nav a"));
  await open(page, () => page.click('.sources a[href*="un.txt"]'));
  await open(page, () => page.click("#l1-no"));
  seen.unscripted = await page.$eval("#panel-name", (head) => head.textContent);
  await open(page, () => page.click('#panel button[value="title"]'));
  seen.saved = await page.$eval(".done", (said) => said.textContent);
}

async function main([executablePath, address]) {
  const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"];
  args.push("--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");
  const browser = await puppeteer.launch({ executablePath, args });
  try {
    const page = await browser.newPage();
    page.on("console", (said) => said.type() === "error" && seen.errors.push(said.text()));
    page.on("pageerror", (error) => seen.errors.push(error.message));
    await archive(page, address);
    await release(page);
    await publish(page);
    await digest(page);
    await plain(page);
  } finally {
    console.log(JSON.stringify(seen, null, 1));
    await browser.close();
  }
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  process.exitCode = 2;
});
