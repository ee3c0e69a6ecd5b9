/** The mix: for each commune a department, a circle of 40 km, and both at once; all with conditions. */
export function needsAround(communes) {
  return communes.flatMap(({ department, lon, lat }, index) => {
    const inside = { anyOf: [{ type: 'territory', id: `department:${department}` }] };
    const circle = { anyOf: [{ type: 'circle', centre: { lon, lat }, radiusKm: 40 }] };
    const conditions = {
      floorAreaMinM2: [80, 150, 300][index % 3],
      floorAreaMaxM2: 800,
      budget: { euros: 600, per: 'month' },
      mustHave: index % 2 === 0 ? ['water'] : ['electricity', 'van_access'],
      kinds: index % 3 === 0 ? ['workshop', 'goods_shed', 'vacant_building'] : [],
    };
    return [[inside], [circle], [inside, circle]].map((zone) => ({ ...conditions, zone }));
  });
}

const json = (need) => JSON.stringify({ need });
export const tryRequests = (needs) => needs.map((need) => ({ path: '/api/matches/try', body: json(need) }));
export const listRequests = (communes) =>
  communes.flatMap(({ department, lon, lat }) => [
    { path: `/api/sites?territory=department:${department}&areaMinM2=150` },
    { path: `/api/sites?near=${lon},${lat}&radiusKm=40&sort=distance` },
  ]);
