import { type Calibration, chanceBand, type Held, isWithin } from "./calibration.ts";
import { useCalibrationWords } from "./calibration-words.ts";
import look from "./stated-against-kept.module.css";

/** For each band of odds: where chance would leave it, what was stated, and what was kept. The counts stand beside it. */
export function StatedAgainstKept({ bands }: { bands: Calibration["bands"] }) {
  const words = useCalibrationWords();
  const percent = (share: number) => Math.round(share * 100);
  return (
    <>
      <ul className={look.bands}>
        {bands
          .filter(({ count }) => count > 0)
          .map((band) => (
            <li key={band.from}>
              <span>{words.band(percent(band.from), percent(band.to))}</span>
              <span className={look.said}>
                {words.of(band.kept, band.count)}
                {!isWithin(band) && <b> {words.outside}</b>}
              </span>
              <Scale band={band} />
            </li>
          ))}
      </ul>
      <p className={look.key}>{words.key}</p>
    </>
  );
}

function Scale({ band }: { band: Held }) {
  const chance = chanceBand(band);
  const { stated_share: stated, kept_share: kept } = band;
  return (
    <svg viewBox="0 0 100 10" preserveAspectRatio="none" className={look.scale} aria-hidden="true">
      <rect y="3" width="100" height="4" className={look.rest} />
      {chance && (
        <rect x={chance.low * 100} width={(chance.high - chance.low) * 100} height="10" className={look.chance} />
      )}
      {stated !== null && <rect x={stated * 100 - 0.15} width="0.3" height="10" className={look.stated} />}
      {kept !== null && (
        <rect
          x={Math.min(99, Math.max(0, kept * 100 - 0.5))}
          y="1.5"
          width="1"
          height="7"
          className={isWithin(band) ? look.kept : look.off}
        />
      )}
    </svg>
  );
}
