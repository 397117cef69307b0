import { describe, expect, test } from '@jest/globals';
import { embeddedJson } from './embedded-json.js';
import { escapeHtml, html, trusted } from './html.js';
import { htmlProblems } from './testing/html-problems.js';

describe('html', () => {
  test('escapes what is interpolated and leaves its own tags', () => {
    expect(html`<b title="${'"><script>'}">${'<i>&'}</b>`.markup).toBe('<b title="&quot;&gt;&lt;script&gt;">&lt;i&gt;&amp;</b>');
  });

  test('keeps markup, joins lists, drops null, undefined and false', () => {
    expect(html`${[html`<i></i>`, 'a', 1]}${null}${undefined}${false}`.markup).toBe('<i></i>a1');
  });

  test('turns its own line breaks into spaces, not those of what is interpolated', () => {
    const tag = html;
    expect(
      tag`<p>
      ${trusted('a\nb')}
    </p>`.markup,
    ).toBe('<p> a\nb </p>');
  });

  test('replaces control characters that HTML forbids', () => {
    expect(escapeHtml('a\u0000b\tc')).toBe('a\ufffdb\tc');
  });
});

describe('embeddedJson', () => {
  test('cannot end the script element it stands in', () => {
    const text = embeddedJson({ name: '</script><!--&\u2028' });
    expect(text).not.toMatch(/[<>&\u2028]/);
    expect(JSON.parse(text)).toEqual({ name: '</script><!--&\u2028' });
  });
});

describe('htmlProblems', () => {
  test('finds crossed, unclosed and doubled things, and nothing in a sound page', () => {
    expect(htmlProblems('<p><b></p></b>')).toHaveLength(2);
    expect(htmlProblems('<p>')).toEqual(['<p> is never closed']);
    expect(htmlProblems('<p id="a"></p><p id="a" class="x" class="y"></p>')).toHaveLength(2);
    expect(htmlProblems('<p>1 < 2</p>')).toHaveLength(1);
    expect(htmlProblems('<!doctype html><p><input checked></p><script>a<b</script>')).toEqual([]);
  });
});
