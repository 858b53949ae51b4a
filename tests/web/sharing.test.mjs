// Links between the page and the program; the page inside another; what it says to those who hear it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { Driver, root, visits } from './driver.mjs';

const { at, visit } = visits();

const program = `${root}build/release/lstm-notebook`;
const said = (...words) => execFileSync(program, words, { encoding: 'utf8' });
const weight = 'weights/forget.W[0][0]';

// With `end` behind the page's address.
const visitAt = (name, end, act) => visit(name, act, { end });
const link = () => said('link', 'company-a').trim();

visitAt('opens a link of the program, and makes one that the program opens', link, async (driver) => {
    assert.match(await driver.shown('bar/title'), /company A/);
    assert.match(await driver.shown('notice'), /copy of your own/);
    await driver.enter(weight, '0.123456789012345');
    await driver.click('bar/share');
    const made = await driver.shown('share/link');
    assert.ok(made.startsWith(`${at.server.address}#s=`), made);
    const weights = JSON.parse(said('show', 'company-a'));
    weights.weights.forget.W[0][0] = 0.123456789012345;
    const there = execFileSync(program, ['trace', '-', '--format', 'json'], { input: JSON.stringify(weights), encoding: 'utf8' });
    assert.equal(said('trace', made, '--format', 'json'), there);
});

visitAt('copies its link by a button', () => '', async (driver) => {
    await driver.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await driver.press('Control+k');
    await driver.click('share/copy');
    const copied = await driver.page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied, await driver.shown('share/link'));
    assert.match(copied, /#example=statquest-one-step&t=1&phase=speak&page=weights$/);
});

visitAt('shows the view that a link names', () => '#example=company-a&t=3&phase=forget&page=working', async (driver) => {
    assert.match(await driver.shown('transport/place'), /^step 3 of 4/);
    assert.ok(await driver.sees('inspector/working'));
    assert.match(await driver.shown('notebook/sentence'), /^Slot 0/);
});

visitAt('asks before a link takes unsaved work away', () => '', async (driver) => {
    await driver.enter(weight, '0.25');
    await driver.page.evaluate(() => { location.hash = '#example=gomez'; });
    await driver.until(() => driver.sees('unsaved/cancel'), 'it asks');
    await driver.click('unsaved/cancel');
    assert.equal(await driver.shown(weight), '0.25');
});

for (const [what, end, words] of [
    ['is cut off', () => link().slice(0, 200), /link: its end: .*cut off/],
    ['was changed', () => `${link().slice(0, 100)}!!!!`, /letter 98: expected A to Z/],
    ['names no example', () => '#example=gomes', /did you mean gomez/],
    ['leads nowhere', () => '#example=gomez&t=7', /expected 1 to 2, found 7/],
])
    visitAt(`says so where a link ${what}`, end, async (driver) => {
        assert.match(await driver.shown('message/text'), words);
        await driver.press('Escape');
        assert.match(await driver.shown('bar/title'), /StatQuest: one step/);
    });

visitAt('leaves its files out where another page embeds it', () => '?embed#example=company-a', async (driver) => {
    const bar = [...(await driver.regions()).keys()].filter((name) => name.startsWith('bar/') && name !== 'bar/title');
    assert.deepEqual(bar.sort(), ['bar/help', 'bar/redo', 'bar/reset', 'bar/share', 'bar/undo']);
    await driver.click('bar/share');
    assert.match(await driver.shown('share/link'), /\/#example=company-a/);
});

visitAt('opens what was pasted', () => '', async (driver) => {
    const paste = (text) => driver.page.evaluate((pasted) => {
        const data = new DataTransfer();
        data.setData('text/plain', pasted);
        document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, text);
    await paste(said('show', 'gomez'));
    await driver.settled();
    assert.match(await driver.shown('bar/title'), /Gomez/);
    await paste('#example=company-a');
    await driver.settled();
    assert.match(await driver.shown('bar/title'), /company A/);
});

visitAt('tells the step that it shows, as the program reads it', () => '#example=company-a&t=2', async (driver) => {
    const told = async () => (await driver.page.locator('#telling').innerText()).split('\n').filter(Boolean);
    const lines = said('read', 'company-a', '--t', '2').trim().split('\n').slice(4);
    await driver.until(async () => (await told()).length > 5, 'it tells');
    assert.deepEqual(await told(), lines.filter(Boolean));
});

// Names of keys in the README, as Playwright calls them.
const keyNames = { '←': 'ArrowLeft', '→': 'ArrowRight', '↑': 'ArrowUp', '↓': 'ArrowDown', Ctrl: 'Control', plus: '=', minus: '-', Space: ' ' };
const chords = async () => {
    const table = (await readFile(`${root}README.md`, 'utf8')).split('| key | in a browser | does |')[1].split('\n\n')[0];
    return table.split('\n').slice(2).flatMap((row) => {
        const [, everywhere, here, does] = row.split('|').map((cell) => cell.trim());
        return (here || everywhere).split(' or ').map((keys) => ({ keys: keys.split('+').map((key) => keyNames[key] ?? key).join('+'), does }));
    });
};

test('has every key that the README lists, and leaves none of them to the browser', async () => {
    const all = await chords();
    assert.ok(all.length >= 30, `${all.length} keys`);
    for (const { keys, does } of all) {
        const driver = await Driver.open(at.browser, `${at.server.address}#example=company-a&t=2`);
        await driver.page.evaluate(() => {
            window.left = [];
            addEventListener('keydown', (event) => {
                // What is copied and pasted comes in events of its own.
                if (!event.defaultPrevented && !['Control', 'Shift'].includes(event.key)) window.left.push(event.key.toLowerCase());
            });
        });
        const frames = await driver.page.evaluate(() => window.notebook.pace.frames);
        await driver.page.keyboard.press(keys);
        await driver.settled();
        const left = await driver.page.evaluate(() => window.left);
        assert.deepEqual(left, keys === 'Control+V' ? ['v'] : [], `${keys}: ${does}`);
        assert.ok(await driver.page.evaluate(() => window.notebook.pace.frames) > frames, keys);
        await driver.close();
    }
});
