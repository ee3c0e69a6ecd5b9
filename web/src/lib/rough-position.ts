export type PositionRefusal = 'refused' | 'unknown';
export type RoughPosition = { readonly lon: number; readonly lat: number } | PositionRefusal;

/** A hundredth of a degree, about a kilometre: enough to look around, too little to say at which door one stands. */
const STEP_DEGREES = 0.01;
const PATIENCE_MS = 15_000;
const STILL_GOOD_MS = 600_000;

/** Where the device is, to about a kilometre: nothing more exact is ever handed on. The device asks the person first. */
export function askRoughPosition(): Promise<RoughPosition> {
  const device = (navigator as Partial<Navigator>).geolocation;
  if (!device) return Promise.resolve('unknown');
  return new Promise((answer) => {
    device.getCurrentPosition(
      ({ coords }) => answer({ lon: rough(coords.longitude), lat: rough(coords.latitude) }),
      (error) => answer(error.code === error.PERMISSION_DENIED ? 'refused' : 'unknown'),
      { enableHighAccuracy: false, timeout: PATIENCE_MS, maximumAge: STILL_GOOD_MS },
    );
  });
}

function rough(degrees: number): number {
  return Number((Math.round(degrees / STEP_DEGREES) * STEP_DEGREES).toFixed(2));
}
