import type { Business } from "./business.ts";
import { contractor } from "./contractor.ts";
import { restaurant } from "./restaurant.ts";
import { softwareVendor } from "./software-vendor.ts";

/** The three of which a demo is made. */
export const businesses: readonly Business[] = [restaurant, contractor, softwareVendor];
