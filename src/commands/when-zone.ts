import type { Zone } from '../domain/time.ts';
import { isZone } from '../domain/time.ts';

/** What people here call a zone that has another city's name, and cities whose name changed. */
const usual: Readonly<Record<string, Zone>> = {
  uk: 'Europe/London',
  'united kingdom': 'Europe/London',
  britain: 'Europe/London',
  england: 'Europe/London',
  scotland: 'Europe/London',
  wales: 'Europe/London',
  'northern ireland': 'Europe/London',
  cardiff: 'Europe/London',
  edinburgh: 'Europe/London',
  glasgow: 'Europe/London',
  manchester: 'Europe/London',
  birmingham: 'Europe/London',
  ireland: 'Europe/Dublin',
  kolkata: 'Asia/Kolkata',
  kyiv: 'Europe/Kyiv',
  utc: 'UTC',
};

/** "Europe/London", "london" or "New York" → the zone's own name; null when there is none of that name. */
export function readZone(text: string): Zone | null {
  const words = text
    .toLowerCase()
    .trim()
    .replace(/[.]+$/, '')
    .replace(/\s+(?:time|zone|time zone)$/, '');
  const name = words.replace(/\s+/g, '_');
  const zones = Intl.supportedValuesOf('timeZone');
  const found = zones.find((zone) => zone.toLowerCase() === name || city(zone) === name);
  return found ?? usual[words] ?? older(name);
}

function city(zone: Zone): string {
  return zone.slice(zone.lastIndexOf('/') + 1).toLowerCase();
}

/** A name that is no longer on the list, or not yet: "asia/kolkata". Offsets are none, since they know no summer time. */
function older(name: string): Zone | null {
  if (!/^[a-z]+\/[a-z_/-]+$/.test(name)) return null;
  const written = name.replace(
    /(^|[/_-])([a-z])/g,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
  return isZone(written) ? written : null;
}
