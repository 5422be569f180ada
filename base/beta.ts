/**
 * The share below which a Beta(a, b) variable lies with this probability: its quantile, by halving the interval until it
 * is as narrow as a double can tell. a and b are positive, the probability lies between 0 and 1.
 */
export function betaQuantile(probability: number, a: number, b: number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (betaShareBelow(middle, a, b) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The probability that a Beta(a, b) variable is at most x: the regularized incomplete beta function (DLMF 8.17). */
export function betaShareBelow(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The fraction converges fast below the mean (DLMF 8.17.22); above it the other side is asked (DLMF 8.17.4).
  if (x > (a + 1) / (a + b + 2)) return 1 - betaShareBelow(1 - x, b, a);
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) + lnGamma(a + b) - lnGamma(a) - lnGamma(b));
  return (front * fraction(x, a, b)) / a;
}

/** The continued fraction of DLMF 8.17.22, by the modified Lentz method (Thompson and Barnett 1986). */
function fraction(x: number, a: number, b: number): number {
  let [c, d] = [1, 1 / notZero(1 - ((a + b) * x) / (a + 1))];
  let value = d;
  for (let m = 1; m <= 500; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    for (const term of [even, odd]) {
      d = 1 / notZero(1 + term * d);
      c = notZero(1 + term / c);
      value *= c * d;
    }
    if (Math.abs(c * d - 1) < 1e-14) break;
  }
  return value;
}

function notZero(value: number): number {
  return Math.abs(value) < 1e-300 ? 1e-300 : value;
}

/** The logarithm of the gamma function for positive x: Stirling's series (DLMF 5.11.1) beyond ten, shifted up below. */
function lnGamma(x: number): number {
  if (x < 10) return lnGamma(x + 1) - Math.log(x);
  const inverse = 1 / (x * x);
  const series = 1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse * (1 / 1680 - inverse / 1188)));
  return (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2 + series / x;
}
