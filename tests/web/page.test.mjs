// The page in Chromium: what a user does there, and what becomes of it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { test } from 'node:test';
import { Driver, axeSource, root, visits } from './driver.mjs';

const { at, visit } = visits();

const weight = 'weights/forget.W[0][0]';
const example = `${root}assets/examples/company-a.json`;

// That others find so many pictures in it, each for 0.9 seconds.
async function expectFilm(bytes, pictures, title) {
    const folder = await mkdtemp(`${tmpdir()}/film-`);
    await writeFile(`${folder}/film.webm`, bytes);
    const words = ['-v', 'error', '-show_entries', 'packet=pts_time', '-of', 'csv=p=0', `${folder}/film.webm`];
    const times = execFileSync('ffprobe', words, { encoding: 'utf8' }).trim().split(/[,\s]+/).map(Number);
    await rm(folder, { recursive: true });
    assert.ok(times.length >= pictures, `${title}: ${times}`);
    assert.ok(times.at(-1) - times[0] > 0.85 * (pictures - 1), `${title}: ${times}`);
}

visit('asks nobody else for anything, and names each file by its contents', async (driver) => {
    for (const url of driver.requests) assert.equal(new URL(url).origin, new URL(at.server.address).origin, url);
    for (const file of await readdir(`${root}build/web`))
        assert.match(file, /^(index\.html|service-worker\.js|[a-z-]+\.[0-9a-f]{12}\.[a-z]+)$/);
});

visit('draws no frame while nothing happens', async (driver) => {
    // After the last event it looks once more, a moment later; then no frame is asked for and no clock runs.
    const due = () => driver.page.evaluate(() => window.notebook.pace.asked || window.notebook.pace.timer);
    await driver.until(async () => !await due(), 'the window rests');
});

visit('steps by keys and by buttons', async (driver) => {
    await driver.openFile(example);
    assert.match(await driver.shown('transport/place'), /^step 1 of 4/);
    await driver.press('Shift+ArrowRight');
    await driver.click('transport/last');
    assert.match(await driver.shown('transport/place'), /^step 4 of 4/);
    await driver.press('Home');
    assert.match(await driver.shown('transport/place'), /^step 1 of 4/);
});

visit('takes a typed number, and takes it back', async (driver) => {
    const old = await driver.shown(weight);
    await driver.enter(weight, '0.5');
    assert.equal(await driver.shown(weight), '0.5');
    await driver.press('Control+z');
    assert.equal(await driver.shown(weight), old);
    await driver.press('Control+y');
    assert.equal(await driver.shown(weight), '0.5');
});

visit('takes a drag as one edit', async (driver) => {
    const old = await driver.shown(weight);
    await driver.drag(weight, 60);
    assert.notEqual(await driver.shown(weight), old);
    await driver.press('Control+z');
    assert.equal(await driver.shown(weight), old);
});

visit('saves as a download what was opened and changed', async (driver) => {
    await driver.openFile(example);
    await driver.enter(weight, '0.125');
    const download = driver.page.waitForEvent('download');
    await driver.press('Control+s');
    const saved = JSON.parse(await readFile(await (await download).path(), 'utf8'));
    const opened = JSON.parse(await readFile(example, 'utf8'));
    assert.equal((await download).suggestedFilename(), 'company-a.json');
    assert.equal(saved.weights.forget.W[0][0], 0.125);
    assert.deepEqual(saved.weights.output, opened.weights.output);
});

test('exports every kind as a download, and says which film it cannot make', async () => {
    for (let kind = 0, count = 1; kind < count; ++kind) {
        const driver = await Driver.open(at.browser, at.server.address);
        await driver.click('bar/export');
        const kinds = [...(await driver.regions()).keys()].filter((name) => /^export\/\d+$/.test(name));
        count = kinds.length;
        const title = await driver.shown(`export/${kind}`);
        await driver.click(`export/${kind}`);
        const name = (await driver.shown('export/path')).replace('/documents/', '');
        const downloads = [];
        driver.page.on('download', (download) => downloads.push(download));
        await driver.click('export/go');
        await driver.until(() => driver.sees('export/told'), `${title} is done with`);
        const told = await driver.shown('export/told');
        const makesNone = name.endsWith('.gif') ? /browsers make no GIF/ : name.endsWith('.mp4') ? /makes no MP4|makes no such films/ : /^$/;
        if (makesNone.test(told)) {
            assert.deepEqual(downloads, [], title);
        } else {
            await driver.until(() => downloads.length === 1, `${title} is handed over`);
            assert.equal(downloads[0].suggestedFilename(), name);
            const bytes = await readFile(await downloads[0].path());
            assert.ok(bytes.length > 100, title);
            if (name.endsWith('.webm')) await expectFilm(bytes, 6, title);
            if (name.endsWith('.png')) assert.equal(bytes.subarray(1, 4).toString(), 'PNG');
        }
        await driver.close();
    }
});

visit('offers unsaved work again after the tab was closed while it typed', async (driver) => {
    await driver.enter(weight, '0.25');
    await driver.page.evaluate(() => window.notebook.program._notebook_rescue());
    await driver.page.evaluate(() => window.notebook.storage.work);
    await driver.page.close();
    const again = await Driver.open(at.browser, at.server.address, { context: driver.context });
    assert.ok(await again.sees('dialog'));
    await again.click('recover/0/recover');
    await again.until(async () => !await again.sees('dialog'), 'the dialog closes');
    assert.equal(await again.shown(weight), '0.25');
});

visit('says that it can keep nothing, and goes on', async (driver) => {
    await driver.until(() => driver.sees('dialog'), 'it is told');
    await driver.press('Escape');
    await driver.enter(weight, '0.25');
    assert.equal(await driver.shown(weight), '0.25');
}, { early: () => { indexedDB.open = () => { throw new Error('denied'); }; } });

visit('opens without a network after the first time', async (driver) => {
    await driver.page.evaluate(() => navigator.serviceWorker.ready);
    await driver.until(() => driver.page.evaluate(async () => (await (await caches.open('lstm-notebook')).keys()).length > 5), 'it is kept');
    await driver.context.setOffline(true);
    await driver.page.reload();
    await driver.started();
    assert.equal(await driver.shown('bar/title'), 'StatQuest: one step of an LSTM');
}, { mayComplain: true });

visit('draws again when the graphics were lost', async (driver) => {
    const picture = async () => (await driver.page.screenshot()).toString('base64');
    const seen = await picture();
    await driver.page.evaluate(async () => {
        const context = document.getElementById('canvas').getContext('webgl2');
        const extension = context.getExtension('WEBGL_lose_context');
        const lost = new Promise((resolve) => document.getElementById('canvas').addEventListener('webglcontextlost', resolve, { once: true }));
        extension.loseContext();
        await lost;
        await new Promise((resolve) => setTimeout(resolve, 100));
        const back = new Promise((resolve) => document.getElementById('canvas').addEventListener('webglcontextrestored', resolve, { once: true }));
        extension.restoreContext();
        await back;
    });
    await driver.settled();
    assert.equal(await picture(), seen);
}, { mayComplain: true });

for (const ratio of [1, 1.5, 2, 3])
    visit(`is as sharp as the screen at ratio ${ratio}`, async (driver) => {
        const size = await driver.page.evaluate(() => [document.getElementById('canvas').width, document.getElementById('canvas').height]);
        assert.deepEqual(size, [900 * ratio, 600 * ratio]);
        assert.ok(await driver.sees('transport/next'));
    }, { viewport: { width: 900, height: 600 }, deviceScaleFactor: ratio });

visit('opens a number by a double tap', async (driver) => {
    await driver.tap(weight);
    await driver.tap(weight);
    await driver.type('0.75');
    await driver.press('Enter');
    assert.equal(await driver.shown(weight), '0.75');
}, { hasTouch: true });

visit('is there for those who do not see it', async (driver) => {
    const name = 'forget gate W, row 0, column 0';
    const field = driver.page.getByRole('textbox', { name });
    await driver.until(async () => await field.count() === 1, 'the weight is in the tree');
    await field.fill('0.5');
    await field.dispatchEvent('change');
    await driver.until(async () => await driver.shown(weight) === '0.5', 'what was entered counts');
    await driver.until(async () => /Slot 0/.test(await driver.page.locator('#live').textContent()), 'what happened is said');
    await driver.page.addScriptTag({ path: axeSource }).catch(() => driver.page.evaluate(() => 0));
    const violations = await driver.page.evaluate(async () => window.axe ? (await window.axe.run()).violations.map((each) => each.id) : ['axe was not loaded']);
    assert.deepEqual(violations, []);
}, { bypassCSP: true });
