import { afterEach, expect, it, vi } from 'vitest';
import { plainToday } from './plain-today.ts';

afterEach(() => vi.unstubAllEnvs());

it.each([
  ['2026-03-01T10:59:00Z', '2026-03-01'],
  ['2026-03-01T11:00:00Z', '2026-03-02'],
  ['2026-06-30T12:30:00Z', '2026-07-01'],
])('takes the day of the readers at %s', (now, day) => {
  vi.stubEnv('GARDEN_TODAY', '');
  for (const zone of ['UTC', 'America/Los_Angeles', 'Pacific/Auckland']) {
    vi.stubEnv('TZ', zone);
    expect(plainToday(new Date(now))).toBe(day);
  }
});

it('is the day that is set', () => {
  vi.stubEnv('GARDEN_TODAY', '2026-11-25');
  expect(plainToday()).toBe('2026-11-25');
});
