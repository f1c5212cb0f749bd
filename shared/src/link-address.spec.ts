import { describe, expect, it } from '@jest/globals';
import { followedAddress, isPlaceSaid, placeOf } from './link-address.js';

const addressOf = (href: string): URL | null =>
  followedAddress(href, (text) => (URL.canParse(text) ? new URL(text) : null));

describe('where a link may lead', () => {
  it.each([
    ['https://ok.example/a?b=1', 'ok.example'],
    ['HTTP://OK.example:8080/', 'ok.example:8080'],
    ['mailto:emma@ok.example', 'emma@ok.example'],
    ['https://bank.example@evil.example/', null],
    ['https://:secret@ok.example/', null],
    ['javascript:alert(1)', null],
    [' https://ok.example', null],
    ['data:text/html,x', null],
    ['//ok.example', null],
    ['https://', null],
  ])('%s', (href, place) => {
    const address = addressOf(href);
    expect(address && placeOf(address)).toBe(place);
  });

  it.each([
    ['https://ok.example/a', 'https://ok.example/a', true],
    ['OK.example', 'https://ok.example/a', true],
    ['ok.example/anything', 'https://ok.example/a', true],
    ['ok.example.evil.example', 'https://ok.example/a', false],
    ['https://bank.example', 'https://evil.example/', false],
    ['mailto:Emma@ok.example', 'mailto:emma@ok.example', true],
    ['emma@ok.example?x', 'mailto:emma@ok.example', false],
    ['x', 'https://ok.example/', false],
  ])('“%s” says of %s where it leads: %s', (words, href, isSaid) => {
    expect(isPlaceSaid(words, addressOf(href)!)).toBe(isSaid);
  });
});
