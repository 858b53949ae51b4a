// A user at the page, for tests: finds things by the names of their regions, as tests of the window do, and acts
// with the browser's own keys and mouse.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const require = createRequire(`${root}third_party/.cache/node/package.json`);
const { chromium, _bidiFirefox } = require('playwright-core');
export const axeSource = require.resolve('axe-core/axe.min.js');

// Serves build/web; gives its address and a way to end it.
export async function serve() {
    const server = spawn(`${root}tools/serve`, [`${root}build/web`, '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
    const address = await new Promise((resolve, reject) => {
        server.stdout.once('data', (line) => resolve(String(line).trim()));
        server.once('exit', () => reject(new Error('the server has ended')));
    });
    return { address, end: () => server.kill() };
}

export const launch = () => chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--headless=new', '--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--no-first-run',
        '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

// Debian's own Firefox, by WebDriver BiDi, on the X display of that name.
export const firefox = (display) => _bidiFirefox.launch({
    executablePath: '/usr/bin/firefox-esr', headless: false, env: { ...process.env, DISPLAY: display },
});

// The page asks for files with pickers that no test can answer; without them it has the older ones.
const withoutPickers = () => {
    delete window.showOpenFilePicker;
    delete window.showSaveFilePicker;
};

export class Driver {
    // `early`: run in the page before anything of it.
    static async open(browser, address, { early, context, ...options } = {}) {
        const driver = new Driver();
        driver.context = context ?? await browser.newContext({ viewport: { width: 1280, height: 720 }, ...options });
        driver.page = await driver.context.newPage();
        driver.troubles = [];
        driver.requests = [];
        driver.page.on('console', (message) => { if (message.type() === 'error') driver.troubles.push(message.text()); });
        driver.page.on('pageerror', (error) => driver.troubles.push(String(error)));
        driver.page.on('request', (request) => driver.requests.push(request.url()));
        // Heard from the start: a browser shows the dialog itself where nobody has asked for it in time.
        driver.page.on('filechooser', () => {});
        await driver.page.addInitScript(withoutPickers);
        if (early) await driver.page.addInitScript(early);
        await driver.page.goto(address);
        await driver.started();
        return driver;
    }
    async started() {
        await this.page.waitForFunction(() => window.notebook?.ready || !document.getElementById('trouble').hidden);
        await this.settled();
    }
    // Until the window stands still: no frame is due but those of a moment later.
    async settled() {
        await this.page.evaluate(async () => {
            const next = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
            for (let still = 0, frames = -1; still < 4; await next()) {
                still = frames === window.notebook?.pace.frames && !window.notebook?.pace.asked ? still + 1 : 0;
                frames = window.notebook?.pace.frames;
            }
        });
    }
    async regions() { return new Map((await this.page.evaluate(() => window.notebook.regions())).map((each) => [each.name, each])); }
    async region(name) {
        const region = (await this.regions()).get(name);
        assert.ok(region, `nothing called ${name} is on the screen`);
        return region;
    }
    async sees(name) { return (await this.regions()).has(name); }
    async shown(name) { return (await this.region(name)).shown; }
    async centre(name) {
        const { left, top, width, height } = await this.region(name);
        const ratio = await this.page.evaluate(() => devicePixelRatio);
        return [(left + width / 2) / ratio, (top + height / 2) / ratio];
    }
    async until(check, what) {
        for (let tries = 0; tries < 100; ++tries) {
            if (await check()) return;
            await this.page.waitForTimeout(100);
        }
        assert.fail(`never came true: ${what}`);
    }
    async press(keys) { await this.page.keyboard.press(keys); await this.settled(); }
    async type(text) { await this.page.keyboard.type(text); await this.settled(); }
    async click(name) { await this.page.mouse.click(...await this.centre(name)); await this.settled(); }
    async enter(name, text) {
        await this.page.mouse.dblclick(...await this.centre(name));
        await this.settled();
        await this.type(text);
        await this.press('Enter');
    }
    async drag(name, across) {
        const [x, y] = await this.centre(name);
        await this.page.mouse.move(x, y);
        await this.page.mouse.down();
        for (let step = 1; step <= 5; ++step) await this.page.mouse.move(x + across * step / 5, y);
        await this.page.mouse.up();
        await this.settled();
    }
    // Chooses a file where Ctrl+O asks for one.
    async openFile(path) {
        const chooser = this.page.waitForEvent('filechooser');
        await this.page.keyboard.press('Control+o');
        await (await chooser).setFiles(path);
        await this.settled();
    }
    async tap(name) { await this.page.touchscreen.tap(...await this.centre(name)); await this.settled(); }
    async close() { await this.context.close(); }
}

// What the tests of a file share: `at` has the server and Chromium once they run; `visit` is a test that opens the page,
// with options.end() behind its address, does `act` there, and holds it to have said nothing on the console.
export function visits() {
    const at = {};
    before(async () => {
        at.server = await serve();
        at.browser = await launch();
    });
    after(async () => {
        await at.browser?.close();
        at.server?.end();
    });
    const visit = (name, act, options = {}) => test(name, async () => {
        const driver = await Driver.open(at.browser, at.server.address + (options.end?.() ?? ''), options);
        try {
            await act(driver);
            if (!options.mayComplain) assert.deepEqual(driver.troubles, []);
        } finally {
            await driver.close();
        }
    });
    return { at, visit };
}
