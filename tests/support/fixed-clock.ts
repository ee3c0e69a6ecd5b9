import { Clock } from '../../api/src/platform/clock.js';

/** Time stands still unless the test moves it. */
export class FixedClock extends Clock {
  constructor(private instant = new Date('2026-11-23T10:00:00.000Z')) {
    super();
  }

  override now(): Date {
    return new Date(this.instant);
  }

  set(instant: string | Date): void {
    this.instant = new Date(instant);
  }

  advance(step: { days?: number; hours?: number; minutes?: number }): void {
    const minutes = (step.days ?? 0) * 1_440 + (step.hours ?? 0) * 60 + (step.minutes ?? 0);
    this.instant = new Date(this.instant.getTime() + minutes * 60_000);
  }
}
