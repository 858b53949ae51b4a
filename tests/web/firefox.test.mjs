// The page in Firefox, as far as it matters most: it opens a link, steps, is edited, and makes a link.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { after, before, test } from 'node:test';
import { Driver, firefox, root, serve } from './driver.mjs';

const program = `${root}build/release/lstm-notebook`;
const said = (...words) => execFileSync(program, words, { encoding: 'utf8' });

// Firefox draws WebGL only on a display.
async function openDisplay() {
    const xvfb = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x900x24'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    const number = await new Promise((resolve, reject) => {
        xvfb.stdio[3].once('data', (text) => resolve(String(text).trim()));
        xvfb.once('error', reject);
    });
    return { name: `:${number}`, close: () => xvfb.kill() };
}

let display, server, browser;
before(async () => {
    display = await openDisplay();
    server = await serve();
    browser = await firefox(display.name);
});
after(async () => {
    await browser?.close();
    server?.end();
    display?.close();
});

test('opens a link, steps, takes a number, and makes a link that the program opens', async () => {
    const driver = await Driver.open(browser, server.address + said('link', 'company-a').trim());
    assert.match(await driver.shown('bar/title'), /company A/);
    await driver.press('ArrowRight');
    await driver.click('transport/next');
    assert.match(await driver.shown('transport/place'), /^step 3 of 4/);
    await driver.enter('weights/forget.W[0][0]', '0.123456789012345');
    await driver.press('Control+k');
    const made = await driver.shown('share/link');
    const scenario = JSON.parse(said('show', 'company-a'));
    scenario.weights.forget.W[0][0] = 0.123456789012345;
    const there = execFileSync(program, ['trace', '-', '--format', 'json'], { input: JSON.stringify(scenario), encoding: 'utf8' });
    assert.equal(said('trace', made, '--format', 'json'), there);
    assert.deepEqual(driver.troubles, []);
});
