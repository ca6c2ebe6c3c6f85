// Photographs a page of a desk for ./dev gallery: wide and on a telephone, by day and by night.
// Arguments: the chromium command, the address of the desk, the folder of the pictures, the name of the page.
const path = require("node:path");

const puppeteer = require(path.join(__dirname, "..", ".validators", "node_modules", "puppeteer-core"));
const SIZES = { wide: { width: 1280, height: 1240, deviceScaleFactor: 1.5 }, phone: { width: 390, height: 1240, deviceScaleFactor: 1.5 } };
const SEED = "communiques/003_80d207c58adcba17.txt";
const PAGES = {
  archive: "/",
  release: `/release?source=${SEED}&line=30`,
  publish: "/publish",
  digest: "/digest",
};

async function settled(page) {
  await page.waitForFunction(() => !document.querySelector("[data-poll]"), { timeout: 120000 });
  await page.evaluate(async () => {
    for (const image of document.images) image.loading = "eager";
    for (const frame of document.querySelectorAll("iframe")) frame.loading = "eager";
    await Promise.all([...document.images].map((image) => image.decode().catch(() => 0)));
  });
  await page.waitForNetworkIdle({ idleTime: 1500 });
}

async function main([executablePath, address, folder, name]) {
  const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars"];
  args.push("--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");
  const browser = await puppeteer.launch({ executablePath, args });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(120000);
    await page.goto(address);
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.setViewport(viewport);
      for (const scheme of ["light", "dark"]) {
        await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
        await page.goto(new URL(PAGES[name], address).href);
        await settled(page);
        await page.screenshot({ path: path.join(folder, `${name}-${size}-${scheme}.png`) });
      }
    }
  } finally {
    await browser.close();
  }
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  process.exitCode = 2;
});
