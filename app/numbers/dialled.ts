/**
 * A number as the network knows it (E.164), read from how people here dial it: "030 1234567" is +49301234567 where our own
 * number begins with +49. Null where that is not certain.
 */
export function dialled(number: string, ours: string): string | null {
  if (/^\+[1-9]\d{6,14}$/.test(number)) return number;
  if (!/^\d{6,14}$/.test(number)) return null;
  const country = countryOf(ours);
  if (country === "1") {
    const local = number.replace(/^1/, "");
    return local.length === 10 ? `+1${local}` : null;
  }
  if (number.startsWith("0") && !keepsItsZero.has(country)) return `+${country}${number.slice(1)}`;
  return dialledWhole.has(country) && !number.startsWith("0") ? `+${country}${number}` : null;
}

/** The ways in which people here may have written down the number that the network names. */
export function writtenAs(number: string, ours: string): string[] {
  const country = countryOf(ours);
  if (!number.startsWith(`+${country}`)) return [number];
  const local = number.slice(country.length + 1);
  return [number, `0${local}`, local, `${country}${local}`].filter((form) => dialled(form, ours) === number);
}

/** The country's calling code that a number begins with (ITU-T E.164): one digit, two, or else three. */
function countryOf(number: string): string {
  const digits = number.replace(/^\+/, "");
  if (/^[17]/.test(digits)) return digits.slice(0, 1);
  return digits.slice(0, twoDigits.has(digits.slice(0, 2)) ? 2 : 3);
}

const twoDigits = new Set(
  (
    "20 27 28 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 " +
    "81 82 84 86 90 91 92 93 94 95 98"
  ).split(" "),
);
/** Here a number is dialled as it stands behind the country's code, with no 0 before it. */
const dialledWhole = new Set(["30", "34", "39", "45", "47", "48", "351", "352", "354", "356", "371", "420", "421"]);
/** In Italy a 0 at the beginning belongs to the number itself. */
const keepsItsZero = new Set(["39"]);
