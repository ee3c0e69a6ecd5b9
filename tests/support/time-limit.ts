import { jest } from '@jest/globals';

/** Generous, so that a busy machine fails no test; tests that wait for something wait for the thing, not for the clock. */
jest.setTimeout(60_000);
