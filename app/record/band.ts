/** z of a two-sided 95 %: the 97.5 % quantile of the standard normal distribution. */
const z = 1.959963984540054;

/**
 * The 95 % band of a share, as two numbers from 0 to 1: Wilson's score interval (E. B. Wilson 1927, Journal of the American
 * Statistical Association 22, 209–212), which stays between them and true also where there is little or all were kept.
 * Null for none.
 */
export function bandOf({ count, of }: { count: number; of: number }): { low: number; high: number } | null {
  if (of === 0) return null;
  const share = count / of;
  const spread = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const scale = 1 + (z * z) / of;
  const middle = share + (z * z) / (2 * of);
  return { low: Math.max(0, (middle - spread) / scale), high: Math.min(1, (middle + spread) / scale) };
}
