import { createHmac } from "node:crypto";

// Without letters and digits that are taken for others.
const letters = "abcdefghjkmnpqrstuvwxyz23456789";

/**
 * The code that shows whoever sets up a house to be who started it: they alone read what it says there. Derived from the
 * house's key, so that every process knows it; of no use once somebody lives there. Twelve letters, some 59 bits.
 */
export function setupCodeOf(secret: string): string {
  const bytes = createHmac("sha256", secret).update("setup code").digest();
  const code = Array.from(bytes.subarray(0, 12), (byte) => letters[byte % letters.length]).join("");
  return code.replace(/(.{4})(?=.)/g, "$1-");
}
