import { test } from "node:test";
import { areNoPromises, areOffers, arePromises } from "#test/harness/sentences.ts";

test("German: what the writer, the team or a named colleague takes on is a promise", () => {
  arePromises("de", [
    ["Ich schicke Ihnen das Angebot bis Freitag.", "bis Freitag"],
    ["Wir melden uns morgen Vormittag bei Ihnen.", "morgen Vormittag"],
    ["Ich werde den Fall prüfen und Ihnen Bescheid geben.", null],
    ["Unser Monteur kommt am Dienstag um 8 Uhr vorbei.", "am Dienstag um 8 Uhr"],
    ["Morgen rufe ich Sie zurück.", "Morgen"],
    ["Sie hören bis Ende der Woche von uns.", "bis Ende der Woche"],
    ["Wir werden die Scheibe kostenlos ersetzen.", null],
    ["Ich kümmere mich darum.", null],
    ["Frau Vogt meldet sich heute noch bei Ihnen.", "heute noch"],
    ["Gern sende ich Ihnen die Unterlagen zu.", null],
    ["Wir erstatten Ihnen den Betrag innerhalb von 14 Tagen.", "innerhalb von 14 Tagen"],
    ["Ich leite das gleich an die Werkstatt weiter.", null],
    ["Sie erhalten die Rechnung in den nächsten Tagen.", "in den nächsten Tagen"],
    ["Lassen Sie mich das kurz mit dem Lager klären.", null],
    ["Wir bringen das Ersatzteil am 3. Dezember vorbei.", "am 3. Dezember"],
    ["Ich verspreche Ihnen, dass wir das heute noch erledigen.", "heute noch"],
    ["Ihre Bestellung wird morgen verschickt.", "morgen"],
    ["Wird gemacht!", null],
    ["Ich habe den Fehler gefunden und werde die Rechnung korrigieren.", null],
    ["Dann buchen wir den Betrag auf Ihr Konto zurück.", null],
    ["Die Kollegin ruft Sie in einer Stunde an.", "in einer Stunde"],
    ["Wir geben Ihre Anregung an die Entwicklung weiter.", null],
    ["Ich frage beim Hersteller nach und melde mich.", null],
    ["Spätestens übermorgen werden wir Ihnen einen Termin nennen.", "Spätestens übermorgen"],
    ["Das übernehme ich und sage Ihnen Bescheid.", null],
    ["Wir kommen so bald wie möglich zu Ihnen.", "so bald wie möglich"],
    ["Rückruf bis 15 Uhr zugesagt.", "bis 15 Uhr"],
    ["Ich werde Herrn Krause bitten, Sie anzurufen.", null],
  ]);
});

test("German: wishes, formulas, abilities, plans of one's own, requests and other people's acts are none", () => {
  areNoPromises("de", [
    "Wir freuen uns auf Ihre Antwort.",
    "Ich stehe Ihnen gern zur Verfügung.",
    "Ich bin bis zum 3. im Urlaub.",
    "Können Sie mir die Seriennummer schicken?",
    "Bitte senden Sie uns das Formular zurück.",
    "Sie werden den Schlüssel für den Keller brauchen.",
    "Ich hoffe, wir werden rechtzeitig fertig.",
    "Anbei schicke ich Ihnen die Rechnung.",
    "Wir prüfen das gerade.",
    "Ich werde am Montag nicht im Büro sein.",
    "Vielleicht schicken wir jemanden.",
    "In der Regel liefern wir binnen drei Tagen.",
    "Er sagte, wir würden das bezahlen.",
    "Ich habe Ihnen gestern geschrieben.",
    "Morgen wird es kalt.",
    "Ich glaube, ich werde nach Hause fahren.",
    "Wir werden sehen.",
    "Das Geschäft schließt um sechs.",
    "Wir werden Ihre Kundennummer benötigen.",
    "Vielen Dank für Ihre Geduld.",
    "Wann schicken wir das los?",
    "Ich komme aus Bremen.",
    "Wir liefern seit 1990 Heizungen.",
    "Ich würde gern mehr erfahren.",
    "Das können wir machen.",
    "Ich werde das Wochenende mit meiner Familie verbringen.",
    "Teilen Sie uns bitte mit, ob Dienstag passt.",
    "Ich schicke das nicht noch einmal.",
  ]);
});

test("German: what hangs on somebody else's act first is an offer, not a promise", () => {
  areOffers("de", [
    "Wenn Sie uns die Nummer schicken, prüfen wir das.",
    "Schicken Sie uns ein Foto, dann sehen wir nach und melden uns.",
    "Wir beginnen, sobald Sie unterschrieben haben.",
    "Falls die Pumpe wieder ausfällt, komme ich vorbei.",
    "Sollten Sie es sich anders überlegen, erstatten wir den Preis.",
    "Ich rufe Sie an, wenn Sie mir Ihre Nummer geben.",
    "Bitte füllen Sie das Formular aus, dann melden wir uns bei Ihnen.",
    "Nach Eingang der Zahlung schicken wir Ihnen die Ware.",
    "Sobald Sie zugesagt haben, werde ich den Tisch reservieren.",
    "Geben Sie mir Ihre Größe und ich bestelle das Hemd.",
    "Wir ersetzen das Glas, sofern die Garantie noch gilt.",
  ]);
});
