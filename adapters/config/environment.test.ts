import { describe, expect, test } from '@jest/globals';
import { demonstrationOnly, EnvironmentError, readEnvironment } from './environment.ts';

const court = { KAITING_MODE: 'demonstration', KAITING_DATA: '/var/lib/kaiting' };

describe('the environment', () => {
  test('reads the sections asked for, with defaults', () => {
    const environment = readEnvironment(['temporal'], { ...court, TEMPORAL_ADDRESS: '127.0.0.1:7233', KAITING_PAYLOAD_KEYS: 'k1:AAAA' });
    expect(environment.court).toEqual({ mode: 'demonstration', data: '/var/lib/kaiting', clock: 'real' });
    expect(environment.temporal).toEqual({ address: '127.0.0.1:7233', namespace: 'kaiting', apiKey: undefined, tls: false, payloadKeys: 'k1:AAAA' });
    expect(environment).not.toHaveProperty('media');
  });

  test('names every variable that is missing or wrong, and shows no value', () => {
    const reading = () => readEnvironment(['database', 'web'], { KAITING_MODE: 'demo', KAITING_DATA: ' ', KAITING_SESSION_SECRET: 'too-short-secret', KAITING_BASE_URL: 'http://localhost:8480' });
    expect(reading).toThrow(EnvironmentError);
    try {
      reading();
    } catch (error) {
      const { message } = error as EnvironmentError;
      expect(message).toContain('DATABASE_URL is not set');
      expect(message).toContain('KAITING_DATA is not set');
      expect(message).toContain('KAITING_MODE is wrong');
      expect(message).toContain('KAITING_SESSION_SECRET is wrong');
      expect(message).not.toContain('too-short-secret');
    }
  });

  test('the clock cannot be movable in production', () => {
    expect(() => readEnvironment([], { ...court, KAITING_MODE: 'production', KAITING_CLOCK: 'movable' })).toThrow('KAITING_CLOCK');
    expect(readEnvironment([], { ...court, KAITING_CLOCK: 'movable' }).court.clock).toBe('movable');
    expect(() => demonstrationOnly('production', 'The sandbox register')).toThrow('The sandbox register cannot exist outside the demonstration mode');
  });
});
