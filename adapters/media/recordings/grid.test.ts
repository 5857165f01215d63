import { describe, expect, test } from '@jest/globals';
import { cells, filterGraph, inside, PICTURE } from '#adapters/media/recordings/grid.ts';
import type { RecordedTrack } from '#adapters/media/recordings/collect.ts';

describe('the places of the picture', () => {
  test.each([1, 2, 3, 4, 5, 7, 9, 12, 25])('for %d people: inside the picture, above the clock, none over another', (people) => {
    const places = cells(people);
    expect(places).toHaveLength(people);
    for (const [index, place] of places.entries()) {
      expect(place.width % 2 + place.height % 2).toBe(0);
      expect(place.x + place.width).toBeLessThanOrEqual(PICTURE.width);
      expect(place.y + place.height).toBeLessThanOrEqual(PICTURE.height - PICTURE.footer);
      for (const other of places.slice(index + 1)) {
        expect(other.x >= place.x + place.width || other.y >= place.y + place.height || other.x + other.width <= place.x).toBe(true);
      }
    }
  });
});

const track = (medium: 'audio' | 'video', opaqueId: string, from: number, to: number): RecordedTrack => ({
  opaqueId, medium, file: 'f', sha256: '', packets: 1, firstPacketAt: from, lastPacketAt: to, intervals: [{ from, to }], unclean: false,
});
const plan = (inputs: { track: RecordedTrack; input: number }[]) => filterGraph({
  from: 100_000, to: 160_000, people: [{ opaqueId: 'a', labelFile: '/folder/label:0.txt' }, { opaqueId: 'b', labelFile: null }], inputs,
  fontFile: '/fonts/cjk.ttc', clockOffsetMs: 28_800_000,
});

describe('the graph', () => {
  test('shows a picture only while packets arrived', () => {
    expect(inside([{ from: 101_000, to: 102_500 }, { from: 110_000, to: 120_000 }], 100_000)).toBe('between(t,1.000,2.500)+between(t,10.000,20.000)');
    expect(plan([{ track: track('video', 'b', 103_000, 110_000), input: 0 }])).toContain("overlay=480:0:eof_action=pass:enable='between(t,3.000,10.000)'");
  });

  test('delays sound that came later, and cuts off what came before the opening', () => {
    expect(plan([{ track: track('audio', 'a', 103_250, 110_000), input: 0 }])).toContain('adelay=3250:all=1');
    expect(plan([{ track: track('audio', 'a', 95_500, 110_000), input: 0 }])).toContain('atrim=start=4.500,asetpts=PTS-STARTPTS');
    expect(plan([{ track: track('video', 'a', 95_500, 110_000), input: 0 }])).toContain('setpts=PTS+-4.500/TB');
  });

  test('has silence and black where nothing is, and writes the court’s time', () => {
    const empty = plan([]);
    expect(empty).toContain('amix=inputs=1');
    expect(empty).toContain('d=60.000');
    expect(empty).toContain('gmtime\\:28900.000');
    expect(empty).toContain("textfile='/folder/label\\:0.txt'");
  });
});
