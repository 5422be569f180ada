import { type ComponentProps, useRef } from "react";
import { Button } from "#web/ui/button.tsx";
import { TextField } from "#web/ui/field.tsx";
import { putInto } from "#web/ui/write-on.ts";
import look from "./letters.module.css";

type Props = ComponentProps<typeof TextField> & {
  places: readonly string[];
  words: { insert: string; insertOf: (place: string) => string; places: { [place: string]: string | undefined } };
};

/** Words in which facts are put by name, such as `{owner}`, and what each name stands for: a press puts it where one writes. */
export function TextWithPlaces({ places, words, ...field }: Props) {
  const around = useRef<HTMLDivElement>(null);
  const insert = (place: string) => putInto(around.current?.querySelector("textarea"), `{${place}}`, field.onChange);
  return (
    <>
      <div ref={around}>
        <TextField {...field} />
      </div>
      {!field.readOnly && (
        <>
          <p className={look.aside}>{words.insert}</p>
          <ul className={look.places}>
            {places.map((place) => (
              <li key={place}>
                <Button label={words.insertOf(`{${place}}`)} onClick={() => insert(place)}>
                  <code>{`{${place}}`}</code>
                </Button>{" "}
                {words.places[place]}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
