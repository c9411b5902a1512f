<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source># About Factline

Version %1, on Qt %2.

Who owns which fact, who hears of it, and what each takes it to mean.

Factline is free software under the Apache License 2.0. It stands on these libraries, each under its own licence:

</source>
        <translation># Über Factline

Version %1, mit Qt %2.

Wem welcher Fakt gehört, wer davon erfährt und was jeder darunter versteht.

Factline ist freie Software unter der Apache License 2.0. Es baut auf diesen Bibliotheken auf, jede unter ihrer eigenen Lizenz:

</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>New model</source>
        <translation>Neues Modell</translation>
    </message>
    <message>
        <source>New window</source>
        <translation>Neues Fenster</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>Paste YAML as a new model</source>
        <translation>YAML als neues Modell einfügen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Export picture…</source>
        <translation>Bild exportieren…</translation>
    </message>
    <message>
        <source>Copy as picture</source>
        <translation>Als Bild kopieren</translation>
    </message>
    <message>
        <source>Exported pictures</source>
        <translation>Exportierte Bilder</translation>
    </message>
    <message>
        <source>PNG in its own size</source>
        <translation>PNG in eigener Größe</translation>
    </message>
    <message>
        <source>PNG twice as large</source>
        <translation>PNG doppelt so groß</translation>
    </message>
    <message>
        <source>PNG three times as large</source>
        <translation>PNG dreimal so groß</translation>
    </message>
    <message>
        <source>PNG four times as large</source>
        <translation>PNG viermal so groß</translation>
    </message>
    <message>
        <source>Pictures without a background</source>
        <translation>Bilder ohne Hintergrund</translation>
    </message>
    <message>
        <source>Text of pictures as outlines</source>
        <translation>Text der Bilder als Umrisse</translation>
    </message>
    <message>
        <source>Pictures in dark colours</source>
        <translation>Bilder in dunklen Farben</translation>
    </message>
    <message>
        <source>Close window</source>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Jump to anything</source>
        <translation>Springen</translation>
    </message>
    <message>
        <source>Earlier selection</source>
        <translation>Vorige Auswahl</translation>
    </message>
    <message>
        <source>Later selection</source>
        <translation>Nächste Auswahl</translation>
    </message>
    <message>
        <source>All actions</source>
        <translation>Alle Aktionen</translation>
    </message>
    <message>
        <source>Fold or unfold the panels below</source>
        <translation>Untere Bereiche ein- oder ausklappen</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>Fensteraufteilung zurücksetzen</translation>
    </message>
    <message>
        <source>System theme</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>System language</source>
        <translation>Sprache wie das System</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Deutsch</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Was wäre wenn</translation>
    </message>
    <message>
        <source>Generate code</source>
        <translation>Code generieren</translation>
    </message>
    <message>
        <source>How generating works</source>
        <translation>So funktioniert das Generieren</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <source>The contract language</source>
        <translation>Die Vertragssprache</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>The window and its keys</source>
        <translation>Das Fenster und seine Tasten</translation>
    </message>
    <message>
        <source>About Factline</source>
        <translation>Über Factline</translation>
    </message>
    <message>
        <source>Compare with a file…</source>
        <translation>Mit einer Datei vergleichen…</translation>
    </message>
    <message>
        <source>Compare with the start</source>
        <translation>Mit dem Anfang vergleichen</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Präsentieren</translation>
    </message>
    <message>
        <source>Export review document…</source>
        <translation>Review-Dokument exportieren…</translation>
    </message>
</context>
<context>
    <name>Addition</name>
    <message>
        <source>There is no context yet to put it in. Press C to add one first.</source>
        <translation>Es gibt noch keinen Kontext dafür. C legt zuerst einen an.</translation>
    </message>
    <message>
        <source>That cannot be added by its name alone. Use the inspector.</source>
        <translation>Das lässt sich nicht allein über den Namen anlegen. Dafür ist der Inspektor da.</translation>
    </message>
    <message>
        <source>That cannot be declared by its name alone. Use the inspector.</source>
        <translation>Das lässt sich nicht allein über den Namen deklarieren. Dafür ist der Inspektor da.</translation>
    </message>
    <message>
        <source>Declare %1</source>
        <translation>%1 deklarieren</translation>
    </message>
    <message>
        <source>Paste %1</source>
        <translation>%1 einfügen</translation>
    </message>
    <message>
        <source>Paste %1 elements</source>
        <translation>%1 Elemente einfügen</translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <translation>%1 duplizieren</translation>
    </message>
    <message>
        <source>Duplicate %1 elements</source>
        <translation>%1 Elemente duplizieren</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>Fakt</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Read Model</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Policy</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Hotspot</source>
        <translation>Hotspot</translation>
    </message>
    <message>
        <source>Add …</source>
        <translation>Hinzufügen …</translation>
    </message>
    <message>
        <source>Declare it here</source>
        <translation>Hier deklarieren</translation>
    </message>
    <message>
        <source>Link to …</source>
        <translation>Verbinden mit …</translation>
    </message>
    <message>
        <source>Move to context …</source>
        <translation>In Kontext verschieben …</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Paste lines</source>
        <translation>Zeilen einfügen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Fit the window</source>
        <translation>Ans Fenster anpassen</translation>
    </message>
    <message>
        <source>Zoom to 100 %</source>
        <translation>Zoom auf 100 %</translation>
    </message>
    <message>
        <source>Zoom to the selection</source>
        <translation>Zoom auf die Auswahl</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Focus on the neighbourhood</source>
        <translation>Nur die Nachbarschaft zeigen</translation>
    </message>
    <message>
        <source>Lay out again</source>
        <translation>Neu anordnen</translation>
    </message>
    <message>
        <source>Stop laying out</source>
        <translation>Anordnen abbrechen</translation>
    </message>
    <message>
        <source>Nobody declares it. Select it and press Ins to declare it.</source>
        <translation>Niemand deklariert es. Auswählen und Einfg drücken deklariert es.</translation>
    </message>
    <message>
        <source>Lay out the selection again</source>
        <translation>Auswahl neu anordnen</translation>
    </message>
    <message>
        <source>Next on the way of the change</source>
        <translation>Weiter auf dem Weg der Änderung</translation>
    </message>
    <message>
        <source>Back on the way of the change</source>
        <translation>Zurück auf dem Weg der Änderung</translation>
    </message>
</context>
<context>
    <name>Compared</name>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>entfallen</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>umbenannt</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>verschoben</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n context(s)</source>
        <translation>
            <numerusform>%n Kontext</numerusform>
            <numerusform>%n Kontexte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fact(s)</source>
        <translation>
            <numerusform>%n Fakt</numerusform>
            <numerusform>%n Fakten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n Event</numerusform>
            <numerusform>%n Events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n view(s)</source>
        <translation>
            <numerusform>%n Read Model</numerusform>
            <numerusform>%n Read Models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n policy(ies)</source>
        <translation>
            <numerusform>%n Policy</numerusform>
            <numerusform>%n Policies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s)</source>
        <translation>
            <numerusform>%n Entscheidung</numerusform>
            <numerusform>%n Entscheidungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing in it yet</source>
        <translation>Noch leer</translation>
    </message>
</context>
<context>
    <name>DatabaseWords</name>
    <message>
        <source>The column %1.%2 is missing.</source>
        <translation>Die Spalte %1.%2 fehlt.</translation>
    </message>
    <message>
        <source>The column %1.%2 is of no type; the contract has %3.</source>
        <translation>Die Spalte %1.%2 hat keinen Typ; im Vertrag hat sie %3.</translation>
    </message>
    <message>
        <source>The column %1.%2 is %3; the contract has %4.</source>
        <translation>Die Spalte %1.%2 ist %3; im Vertrag ist sie %4.</translation>
    </message>
    <message>
        <source>The column %1.%2 may be NULL, which the contract forbids.</source>
        <translation>Die Spalte %1.%2 darf NULL sein, was der Vertrag verbietet.</translation>
    </message>
    <message>
        <source>The column %1.%2 is not in the contract.</source>
        <translation>Die Spalte %1.%2 steht nicht im Vertrag.</translation>
    </message>
    <message>
        <source>The table %1 does not check %2.</source>
        <translation>Die Tabelle %1 prüft %2 nicht.</translation>
    </message>
    <message>
        <source>The table %1 lets %2 be there twice: the unique key is missing.</source>
        <translation>Die Tabelle %1 lässt %2 zweimal zu: Der eindeutige Schlüssel fehlt.</translation>
    </message>
    <message>
        <source>The table %1 is missing.</source>
        <translation>Die Tabelle %1 fehlt.</translation>
    </message>
    <message>
        <source>The index %1 is missing.</source>
        <translation>Der Index %1 fehlt.</translation>
    </message>
    <message>
        <source>The index %1 is another one than in the contract: drop it and run the generated SQL again.</source>
        <translation>Der Index %1 ist ein anderer als im Vertrag: Löschen und das generierte SQL noch einmal ausführen.</translation>
    </message>
    <message>
        <source>The check %1 is missing.</source>
        <translation>Die Prüfung %1 fehlt.</translation>
    </message>
    <message>
        <source>The check %1 is another one than in the contract: run the generated SQL again.</source>
        <translation>Die Prüfung %1 ist eine andere als im Vertrag: Das generierte SQL noch einmal ausführen.</translation>
    </message>
    <message>
        <source>The event %1 in version %2 is not what outbox_route has: run the generated SQL again.</source>
        <translation>Das Event %1 in Version %2 steht anders in outbox_route: Das generierte SQL noch einmal ausführen.</translation>
    </message>
    <message>
        <source>The oldest event in the outbox has waited for %1; %2 is the most that those who wait for it are promised.</source>
        <translation>Das älteste Event der Outbox wartet seit %1; wer darauf wartet, hat höchstens %2 zugesagt bekommen.</translation>
    </message>
    <message>
        <source>The outbox has parked %1: it waits until somebody looks.</source>
        <translation>Die Outbox hat %1 geparkt: Das wartet, bis jemand nachsieht.</translation>
    </message>
    <message>
        <source>A consumer has parked a stream: %1.</source>
        <translation>Ein Consumer hat einen Strom geparkt: %1.</translation>
    </message>
    <message>
        <source>%1 is %2 old; %3 is promised.</source>
        <translation>%1 ist %2 alt; zugesagt sind %3.</translation>
    </message>
    <message>
        <source>%1 has never been up to date; %2 is promised.</source>
        <translation>%1 war noch nie aktuell; zugesagt sind %2.</translation>
    </message>
    <message>
        <source>Outbox: 1 event to publish.</source>
        <translation>Outbox: 1 Event zu veröffentlichen.</translation>
    </message>
    <message>
        <source>Outbox: %1 events to publish.</source>
        <translation>Outbox: %1 Events zu veröffentlichen.</translation>
    </message>
    <message>
        <source>Outbox: 1 event to publish, the oldest for %1.</source>
        <translation>Outbox: 1 Event zu veröffentlichen, das älteste seit %1.</translation>
    </message>
    <message>
        <source>Outbox: %1 events to publish, the oldest for %2.</source>
        <translation>Outbox: %1 Events zu veröffentlichen, das älteste seit %2.</translation>
    </message>
    <message>
        <source>%1: %2 old, %3 is promised.</source>
        <translation>%1: %2 alt, zugesagt sind %3.</translation>
    </message>
    <message>
        <source>%1: %2 old.</source>
        <translation>%1: %2 alt.</translation>
    </message>
    <message>
        <source>%1: not known how old.</source>
        <translation>%1: Alter unbekannt.</translation>
    </message>
    <message>
        <source>The database is as the model has it.</source>
        <translation>Die Datenbank ist, wie das Modell sie hat.</translation>
    </message>
    <message>
        <source>1 objection.</source>
        <translation>1 Einwand.</translation>
    </message>
    <message>
        <source>%1 objections.</source>
        <translation>%1 Einwände.</translation>
    </message>
</context>
<context>
    <name>Freshness</name>
    <message>
        <source>promised: %1</source>
        <translation>zugesagt: %1</translation>
    </message>
    <message>
        <source>%1 of %2 would do</source>
        <translation>%1 von %2 würde reichen</translation>
    </message>
    <message>
        <source>every %1, for %2 each, would do</source>
        <translation>alle %1, für je %2, würde reichen</translation>
    </message>
    <message>
        <source>may take %1 times as long</source>
        <translation>darf %1-mal so lange dauern</translation>
    </message>
    <message>
        <source>hardly matters</source>
        <translation>fällt kaum ins Gewicht</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>%1 of %2 (%3 %)</source>
        <translation>%1 von %2 (%3 %)</translation>
    </message>
    <message>
        <source>A slow change (%1)</source>
        <translation>Eine langsame Änderung (%1)</translation>
    </message>
    <message>
        <source>%1 visible after</source>
        <translation>%1 sichtbar nach</translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>%1 come too late</source>
        <translation>%1 kommen zu spät</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>in all cases</source>
        <translation>in allen Fällen</translation>
    </message>
    <message>
        <source>in nearly all cases</source>
        <translation>in fast allen Fällen</translation>
    </message>
    <message>
        <source>in %1 % of the cases</source>
        <translation>in %1 % der Fälle</translation>
    </message>
    <message>
        <source>in 1 of %L1 cases</source>
        <translation>in 1 von %L1 Fällen</translation>
    </message>
    <message>
        <source>nobody knows how old what it reads is</source>
        <translation>wie alt das Gelesene ist, weiß niemand</translation>
    </message>
    <message>
        <source>reads what is up to %1 old; what it tolerates is not declared</source>
        <translation>liest bis zu %1 alte Daten; was noch hinnehmbar ist, ist nicht deklariert</translation>
    </message>
    <message>
        <source>tolerates %1, and what it reads is older %2</source>
        <translation>nimmt %1 hin, und das Gelesene ist %2 älter</translation>
    </message>
    <message>
        <source>; it misses the latest change %1</source>
        <translation>; die letzte Änderung fehlt ihr %1</translation>
    </message>
    <message>
        <source>also sees %1; nobody knows how long the two differ</source>
        <translation>sieht auch %1; wie lange beide voneinander abweichen, weiß niemand</translation>
    </message>
    <message>
        <source>also sees %1; after a change the two differ for up to %2</source>
        <translation>sieht auch %1; nach einer Änderung weichen beide bis zu %2 voneinander ab</translation>
    </message>
    <message>
        <source>also sees %1; nothing limits for how long the two differ</source>
        <translation>sieht auch %1; wie lange beide voneinander abweichen, ist durch nichts begrenzt</translation>
    </message>
    <message>
        <source>, %1 is allowed</source>
        <translation>, erlaubt sind %1</translation>
    </message>
    <message>
        <source>always %1</source>
        <translation>immer %1</translation>
    </message>
    <message>
        <source>half within %1, 99 % within %2</source>
        <translation>die Hälfte binnen %1, 99 % binnen %2</translation>
    </message>
    <message>
        <source>99 % within %1</source>
        <translation>99 % binnen %1</translation>
    </message>
    <message>
        <source>looks every %1</source>
        <translation>sieht alle %1 nach</translation>
    </message>
    <message>
        <source>%1, then works %2</source>
        <translation>%1, arbeitet dann %2</translation>
    </message>
    <message>
        <source>runs by schedule %1</source>
        <translation>läuft nach Zeitplan %1</translation>
    </message>
    <message>
        <source>%1, for %2</source>
        <translation>%1, für %2</translation>
    </message>
    <message>
        <source>collects for %1</source>
        <translation>sammelt %1 lang</translation>
    </message>
    <message>
        <source>the batch of %1</source>
        <translation>Batch von %1</translation>
    </message>
    <message>
        <source>the relay of %1</source>
        <translation>Relay von %1</translation>
    </message>
    <message>
        <source>publishing by %1</source>
        <translation>Veröffentlichung durch %1</translation>
    </message>
    <message>
        <source>the import into %1</source>
        <translation>Import in %1</translation>
    </message>
    <message>
        <source>the transport of %1</source>
        <translation>Transport von %1</translation>
    </message>
    <message>
        <source>the channel %1</source>
        <translation>Kanal %1</translation>
    </message>
    <message>
        <source>the policy %1</source>
        <translation>Policy %1</translation>
    </message>
    <message>
        <source>transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>processing</source>
        <translation>Verarbeitung</translation>
    </message>
    <message>
        <source>meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>reconciliation</source>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>gemessen</translation>
    </message>
    <message>
        <source>said by the vendor</source>
        <translation>laut Hersteller</translation>
    </message>
    <message>
        <source>a usual value</source>
        <translation>üblicher Wert</translation>
    </message>
    <message>
        <source>guessed</source>
        <translation>geschätzt</translation>
    </message>
    <message>
        <source>interval</source>
        <translation>Intervall</translation>
    </message>
    <message>
        <source>longest gap of the schedule</source>
        <translation>längste Lücke im Zeitplan</translation>
    </message>
    <message>
        <source>window</source>
        <translation>Zeitfenster</translation>
    </message>
    <message>
        <source>99 % time</source>
        <translation>99-%-Zeit</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>bring the %1 of %2 down to %3</source>
        <translation>%1 auf %3 senken (%2)</translation>
    </message>
    <message>
        <source>no single step will do; begin with %1, which takes %2</source>
        <translation>kein einzelner Schritt reicht; am besten beginnen mit: %1, braucht %2</translation>
    </message>
    <message>
        <source>The promise of %1 cannot be kept: %2 alone takes up to %3.</source>
        <translation>Die Zusage von %1 ist nicht haltbar: %2 allein braucht bis zu %3.</translation>
    </message>
    <message>
        <source>Nothing is promised here. %1 of the changes are visible after %2.</source>
        <translation>Hier ist nichts zugesagt. %1 der Änderungen sind nach %2 sichtbar.</translation>
    </message>
    <message>
        <source>Nothing is promised here, and changes that get lost never come.</source>
        <translation>Hier ist nichts zugesagt, und verlorene Änderungen kommen nie an.</translation>
    </message>
    <message>
        <source>The promise of %1 is kept: %2 of the changes are visible after %3, and after %4 even if all steps have their slow moment at once.</source>
        <translation>Die Zusage von %1 wird gehalten: %2 der Änderungen sind nach %3 sichtbar, und nach %4 selbst dann, wenn alle Schritte zugleich langsam sind.</translation>
    </message>
    <message>
        <source>The promise of %1 should be kept: %2 of the changes are visible after %3. It is not certain: if the steps have their slow moments at once, it takes up to %4.</source>
        <translation>Die Zusage von %1 dürfte gehalten werden: %2 der Änderungen sind nach %3 sichtbar. Sicher ist das nicht: Sind alle Schritte zugleich langsam, dauert es bis zu %4.</translation>
    </message>
    <message>
        <source>The promise of %1 is at risk: %2 of the changes come too late, and only %3 may. It takes %4 until %5 are visible.</source>
        <translation>Die Zusage von %1 ist gefährdet: %2 der Änderungen kommen zu spät, erlaubt sind nur %3. Es dauert %4, bis %5 sichtbar sind.</translation>
    </message>
    <message>
        <source>Have the view reconciled with its source, often enough to be in time.</source>
        <translation>Das Read Model mit seiner Quelle abgleichen, und zwar oft genug für die Zusage.</translation>
    </message>
    <message>
        <source>A promise of %1 for %2 could be made (fresh within, in the inspector).</source>
        <translation>Möglich wäre eine Zusage von %1 für %2 (fresh within, im Inspektor).</translation>
    </message>
    <message>
        <source>To be certain, %1.</source>
        <translation>Um sicherzugehen: %1.</translation>
    </message>
    <message>
        <source>To keep it, %1.</source>
        <translation>Damit sie gehalten wird: %1.</translation>
    </message>
    <message>
        <source>Published through an outbox instead of by schedule it would take %1: the promise would hold.</source>
        <translation>Über eine Outbox statt nach Zeitplan veröffentlicht, würde es %1 dauern: Die Zusage würde halten.</translation>
    </message>
    <message>
        <source>Published through an outbox instead of by schedule it would still take %1.</source>
        <translation>Über eine Outbox statt nach Zeitplan veröffentlicht, würde es immer noch %1 dauern.</translation>
    </message>
    <message>
        <source>As it is, no less than %1 can be promised for %2.</source>
        <translation>So, wie es ist, lässt sich für %2 nicht weniger als %1 zusagen.</translation>
    </message>
    <message>
        <source>%1 % %2</source>
        <translation>%1 % %2</translation>
    </message>
    <message>
        <source>Of that time: %1.</source>
        <translation>Von dieser Zeit: %1.</translation>
    </message>
    <message>
        <source>How slow the slowest moments are is assumed from the numbers given.</source>
        <translation>Wie langsam es im Extremfall wird, ist aus den angegebenen Zahlen geschlossen.</translation>
    </message>
    <message>
        <source>Where only the 99 % time is known, the usual one is taken as a quarter of it.</source>
        <translation>Wo nur die 99-%-Zeit bekannt ist, gilt ein Viertel davon als üblich.</translation>
    </message>
    <message>
        <source>Steps that several ways share are counted in each.</source>
        <translation>Schritte, die mehrere Wege gemeinsam haben, zählen in jedem.</translation>
    </message>
    <message>
        <source>Nobody says how much the consumers can do: catching up is taken to need no time.</source>
        <translation>Niemand sagt, wie viel die Consumer schaffen: Das Aufholen wird gerechnet, als brauche es keine Zeit.</translation>
    </message>
    <message>
        <source>A way in a circle is followed once.</source>
        <translation>Ein Weg im Kreis wird einmal durchlaufen.</translation>
    </message>
    <message>
        <source>There are more ways than are looked at.</source>
        <translation>Es gibt mehr Wege, als betrachtet werden.</translation>
    </message>
    <message>
        <source>No promise</source>
        <translation>Keine Zusage</translation>
    </message>
    <message>
        <source>Nobody knows whether the promise of %1 is kept: the view does not say which fact it shows.</source>
        <translation>Ob die Zusage von %1 gehalten wird, weiß niemand: Das Read Model sagt nicht, welchen Fakt es zeigt.</translation>
    </message>
    <message>
        <source>Say which fact it shows, and what feeds it.</source>
        <translation>Es muss sagen, welchen Fakt es zeigt und was es speist.</translation>
    </message>
    <message>
        <source>Nobody knows whether the promise of %1 is kept: no change of %2 reaches this view.</source>
        <translation>Ob die Zusage von %1 gehalten wird, weiß niemand: Keine Änderung von %2 erreicht dieses Read Model.</translation>
    </message>
    <message>
        <source>Let it subscribe to an event that announces what it shows.</source>
        <translation>Es muss ein Event abonnieren, das ankündigt, was es zeigt.</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>Nobody knows whether the promise of %1 is kept: %2 is not declared.</source>
        <translation>Ob die Zusage von %1 gehalten wird, weiß niemand: %2 ist nicht deklariert.</translation>
    </message>
    <message>
        <source>Nobody knows how long it takes: %1 is not declared.</source>
        <translation>Wie lange es dauert, weiß niemand: %1 ist nicht deklariert.</translation>
    </message>
    <message>
        <source>Declare it, if only as a guess: a guess is shown as one.</source>
        <translation>Deklarieren, notfalls geschätzt: Eine Schätzung wird als solche gezeigt.</translation>
    </message>
    <message>
        <source>only %1 in %2 is slower</source>
        <translation>nur %1 von %2 ist langsamer</translation>
    </message>
    <message>
        <source>only %1 are slower</source>
        <translation>nur %1 sind langsamer</translation>
    </message>
    <message>
        <source>How soon changes are visible</source>
        <translation>Wie bald Änderungen sichtbar sind</translation>
    </message>
    <message>
        <source>must not take longer</source>
        <translation>darf nicht länger dauern</translation>
    </message>
    <message>
        <source>A slow change that is not lost</source>
        <translation>Eine langsame Änderung, die nicht verloren geht</translation>
    </message>
    <message>
        <source>of those not lost visible after</source>
        <translation>der nicht verlorenen sichtbar nach</translation>
    </message>
    <message>
        <source>for certain after</source>
        <translation>sicher nach</translation>
    </message>
    <message>
        <source>for certain after %1</source>
        <translation>sicher nach %1</translation>
    </message>
    <message>
        <source>; if the steps are slow together it is up to %1 old</source>
        <translation>; sind die Schritte zugleich langsam, ist es bis zu %1 alt</translation>
    </message>
    <message>
        <source>, not counting the %1 of changes that are lost</source>
        <translation>, ohne die %1 der Änderungen, die verloren gehen</translation>
    </message>
    <message>
        <source>; if the steps are slow together it is up to %1</source>
        <translation>; sind die Schritte zugleich langsam, sind es bis zu %1</translation>
    </message>
    <message>
        <source>The promise of %1 cannot be kept: %2 of the changes get lost, and only %3 may be late.</source>
        <translation>Die Zusage von %1 ist nicht haltbar: %2 der Änderungen gehen verloren, und nur %3 dürfen zu spät kommen.</translation>
    </message>
    <message>
        <source>The promise of %1 cannot be kept: %2 of the changes get lost, and none may be late.</source>
        <translation>Die Zusage von %1 ist nicht haltbar: %2 der Änderungen gehen verloren, und keine darf zu spät kommen.</translation>
    </message>
    <message>
        <source> They are mended too late: %1 are visible only after %2.</source>
        <translation> Sie werden zu spät behoben: %1 sind erst nach %2 sichtbar.</translation>
    </message>
    <message>
        <source> Nothing brings them back.</source>
        <translation> Nichts holt sie zurück.</translation>
    </message>
    <message>
        <source>The promise of %1 cannot be kept: every change would have to be in time, and nothing limits how long %2 takes.</source>
        <translation>Die Zusage von %1 ist nicht haltbar: Jede Änderung müsste rechtzeitig sein, und nichts begrenzt, wie lange es dauert: %2.</translation>
    </message>
    <message>
        <source>The promise of %1 cannot be kept: %2 of the changes cannot be visible before %3, however the steps fall together.</source>
        <translation>Die Zusage von %1 ist nicht haltbar: %2 der Änderungen können nicht vor %3 sichtbar sein, wie auch immer die Schritte zusammentreffen.</translation>
    </message>
    <message>
        <source>%1 of the changes get lost, and nothing brings them back.</source>
        <translation>%1 der Änderungen gehen verloren, und nichts holt sie zurück.</translation>
    </message>
    <message>
        <source>%1 of the changes get lost; they are mended within %2.</source>
        <translation>%1 der Änderungen gehen verloren; sie werden innerhalb von %2 behoben.</translation>
    </message>
    <message>
        <source>%1 of the changes get lost; each reconciliation mends %2 of what is left.</source>
        <translation>%1 der Änderungen gehen verloren; jeder Abgleich behebt %2 von dem, was übrig ist.</translation>
    </message>
    <message>
        <source>Promise less than all of them, or declare the most that it takes (max).</source>
        <translation>Weniger als alle zusagen, oder deklarieren, wie lange es höchstens dauert (max).</translation>
    </message>
    <message>
        <source> But %1 gets more than it can take, so these times do not hold.</source>
        <translation> Aber %1 bekommt mehr, als es verarbeiten kann; deshalb gelten diese Zeiten nicht.</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>work</source>
        <translation>Arbeit</translation>
    </message>
    <message>
        <source>fixed time</source>
        <translation>feste Zeit</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>mehr als %1</translation>
    </message>
    <message>
        <source>less than %1</source>
        <translation>weniger als %1</translation>
    </message>
    <message>
        <source>%1 would do</source>
        <translation>%1 würde reichen</translation>
    </message>
    <message>
        <source>the way into the policy %1</source>
        <translation>Weg in die Policy %1</translation>
    </message>
    <message>
        <source>%1, 99.9 % within %2</source>
        <translation>%1, 99.9 % binnen %2</translation>
    </message>
    <message>
        <source>%1, all within %2</source>
        <translation>%1, alle binnen %2</translation>
    </message>
    <message>
        <source>bring %1 down to %2</source>
        <translation>%1 senken auf: %2</translation>
    </message>
    <message>
        <source>let %1 run every %2, for %3 each</source>
        <translation>%1 alle %2 laufen lassen, für je %3</translation>
    </message>
</context>
<context>
    <name>GeneratePanel</name>
    <message>
        <source>The model has no context of its own yet. Add one, and say what it stores its data in.</source>
        <translation>Das Modell hat noch keinen eigenen Kontext. Zuerst einen anlegen und angeben, worin er seine Daten speichert.</translation>
    </message>
    <message>
        <source>No context calls for code yet. Give a context a store in the inspector (postgresql), or tick a target here.</source>
        <translation>Noch verlangt kein Kontext nach Code. Im Inspektor einem Kontext einen Speicher geben (postgresql) oder hier ein Ziel ankreuzen.</translation>
    </message>
    <message>
        <source>Nothing can be generated yet.</source>
        <translation>Noch lässt sich nichts generieren.</translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n ausgelassen</numerusform>
            <numerusform>%n ausgelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>This file is yours and stays as it is. − stands on disk, + would be written anew.</source>
        <translation>Diese Datei ist Handarbeit und bleibt, wie sie ist. − steht auf der Platte, + würde neu geschrieben.</translation>
    </message>
    <message>
        <source>It was edited by hand, or was there before: it stays, and the new text goes beside it as .new.</source>
        <translation>Von Hand bearbeitet oder schon vorher da: Sie bleibt, der neue Text kommt als .new daneben.</translation>
    </message>
    <message>
        <source>Nothing changes in it.</source>
        <translation>Daran ändert sich nichts.</translation>
    </message>
    <message>
        <source>It is no longer generated and goes away.</source>
        <translation>Sie wird nicht mehr generiert und entfällt.</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>behalten</translation>
    </message>
    <message>
        <source>Written to %1: %2.</source>
        <translation>Geschrieben nach %1: %2.</translation>
    </message>
    <message>
        <source>Left alone, because it was edited by hand or was there before: %1. The new text stands beside it as .new.</source>
        <translation>Nicht angerührt, weil von Hand bearbeitet oder schon vorher da: %1. Der neue Text steht als .new daneben.</translation>
    </message>
</context>
<context>
    <name>GeneratedFilesModel</name>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>kept: yours</source>
        <translation>bleibt: Handarbeit</translation>
    </message>
    <message>
        <source>refused: edited</source>
        <translation>verweigert: bearbeitet</translation>
    </message>
    <message>
        <source>to be removed</source>
        <translation>wird entfernt</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>help/</source>
        <comment>the folder of the pages in this language: help/de/</comment>
        <translation>help/de/</translation>
    </message>
    <message>
        <source># Rules

What the check looks for.

</source>
        <translation># Regeln

Wonach die Prüfung sucht.

</translation>
    </message>
    <message>
        <source>This page is in English.</source>
        <translation>Diese Seite gibt es nur auf Englisch.</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>As it was opened</source>
        <translation>Wie geöffnet</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>What has become of the model since then, in one picture</source>
        <translation>Was seither aus dem Modell geworden ist, in einem Bild</translation>
    </message>
    <message>
        <source>it was opened</source>
        <comment>changes since</comment>
        <translation>dem Öffnen</translation>
    </message>
    <message>
        <source>After: %1</source>
        <comment>a step</comment>
        <translation>Danach: %1</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>changes since a step</comment>
        <translation>„%1“</translation>
    </message>
</context>
<context>
    <name>Kind</name>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>claim</source>
        <translation>Aussage</translation>
    </message>
    <message>
        <source>context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>fact</source>
        <translation>Fakt</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>event</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>view</source>
        <translation>Read Model</translation>
    </message>
    <message>
        <source>subscription</source>
        <translation>Abonnement</translation>
    </message>
    <message>
        <source>policy</source>
        <translation>Policy</translation>
    </message>
    <message>
        <source>decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>audience</source>
        <translation>Zielgruppe</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>scenario</source>
        <translation>Szenario</translation>
    </message>
</context>
<context>
    <name>LinkDrag</name>
    <message>
        <source>Nobody declares %1 yet. Select it and press Ins to declare it, then draw the line.</source>
        <translation>Noch deklariert niemand %1. Auswählen, mit Einfg deklarieren, dann die Linie ziehen.</translation>
    </message>
</context>
<context>
    <name>Linking</name>
    <message numerus="yes">
        <source>%1. %n reference(s) follow.</source>
        <translation>
            <numerusform>%1. %n Verweis folgt.</numerusform>
            <numerusform>%1. %n Verweise folgen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a hotspot</source>
        <translation>Hotspot hinzufügen</translation>
    </message>
    <message>
        <source>Add a hotspot to %1</source>
        <translation>Hotspot zu %1 hinzufügen</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Open recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Nothing opened yet</source>
        <translation>Noch nichts geöffnet</translation>
    </message>
    <message>
        <source>Forget these</source>
        <translation>Liste leeren</translation>
    </message>
    <message>
        <source>New from a template</source>
        <translation>Neu aus Vorlage</translation>
    </message>
    <message>
        <source>A small model to begin with</source>
        <translation>Ein kleines Modell für den Anfang</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>&amp;Generieren</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
</context>
<context>
    <name>Mover</name>
    <message>
        <source>Move %1</source>
        <translation>%1 verschieben</translation>
    </message>
    <message>
        <source>Move %1 shapes</source>
        <translation>%1 Formen verschieben</translation>
    </message>
</context>
<context>
    <name>NameHints</name>
    <message>
        <source>A context is named after its business: order-handling</source>
        <translation>Ein Kontext heißt nach seiner Fachlichkeit: order-handling</translation>
    </message>
    <message>
        <source>A fact is a thing that one context decides about: delivery-address</source>
        <translation>Ein Fakt ist etwas, worüber ein Kontext entscheidet: delivery-address</translation>
    </message>
    <message>
        <source>An event is named in the past: OrderPlaced</source>
        <translation>Ein Event steht in der Vergangenheit: OrderPlaced</translation>
    </message>
    <message>
        <source>A view is named by what it shows: open-orders</source>
        <translation>Ein Read Model heißt nach dem, was es zeigt: open-orders</translation>
    </message>
    <message>
        <source>A policy is named by what it does: cancel-unpaid-order</source>
        <translation>Eine Policy heißt nach dem, was sie tut: cancel-unpaid-order</translation>
    </message>
    <message>
        <source>A decision is named by what is decided: issue-invoice</source>
        <translation>Eine Entscheidung heißt nach dem, was entschieden wird: issue-invoice</translation>
    </message>
    <message>
        <source>There is one of that name already</source>
        <translation>Den Namen gibt es schon</translation>
    </message>
</context>
<context>
    <name>OutageChart</name>
    <message>
        <source>%1 thousand</source>
        <translation>%1 Tausend</translation>
    </message>
    <message>
        <source>Readers are behind by</source>
        <translation>Rückstand der Leser</translation>
    </message>
    <message>
        <source>%1 is behind by</source>
        <translation>Rückstand von %1</translation>
    </message>
    <message>
        <source>promised: %1</source>
        <translation>zugesagt: %1</translation>
    </message>
    <message>
        <source>Messages that wait</source>
        <translation>Wartende Nachrichten</translation>
    </message>
    <message>
        <source>No rate is declared</source>
        <translation>Keine Rate deklariert</translation>
    </message>
    <message>
        <source>late for %1</source>
        <translation>verspätet für %1</translation>
    </message>
    <message>
        <source>late, nobody says how long</source>
        <translation>verspätet, wie lange, sagt niemand</translation>
    </message>
    <message>
        <source>late from here on</source>
        <translation>ab hier verspätet</translation>
    </message>
    <message>
        <source>%1 down</source>
        <translation>%1 Ausfall</translation>
    </message>
    <message>
        <source>caught up after %1</source>
        <translation>aufgeholt nach %1</translation>
    </message>
    <message>
        <source>never catches up</source>
        <translation>holt nie auf</translation>
    </message>
    <message>
        <source>Outage of %1</source>
        <translation>Ausfall von %1</translation>
    </message>
</context>
<context>
    <name>Outlook</name>
    <message>
        <source>Can it be kept?</source>
        <translation>Ist die Zusage haltbar?</translation>
    </message>
    <message>
        <source>How fresh is it?</source>
        <translation>Wie aktuell ist es?</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Zugesagt</translation>
    </message>
    <message>
        <source>%1 within %2</source>
        <translation>%1 binnen %2</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>Rechtzeitig</translation>
    </message>
    <message>
        <source>Slowest of %1 changes</source>
        <translation>Langsamste von %1 Änderungen</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>What does it risk?</source>
        <translation>Wie groß ist das Risiko?</translation>
    </message>
    <message>
        <source>Too old</source>
        <translation>Zu alt</translation>
    </message>
    <message>
        <source>Fresh enough</source>
        <translation>Aktuell genug</translation>
    </message>
    <message>
        <source>Visible after</source>
        <translation>Sichtbar nach</translation>
    </message>
    <message>
        <source>For certain after</source>
        <translation>Sicher nach</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Gives way first: %1 may take %2 times as long.</source>
        <translation>Gibt zuerst nach: %1 darf %2-mal so lange dauern.</translation>
    </message>
    <message>
        <source>Age not known</source>
        <translation>Alter nicht bekannt</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source># There is no such page

Nothing is written about “%1”.</source>
        <translation># Diese Seite gibt es nicht

Über „%1“ steht hier nichts.</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Open questions</source>
        <translation>Offene Fragen</translation>
    </message>
    <message>
        <source>Freshness</source>
        <translation>Aktualität</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Generieren</translation>
    </message>
    <message>
        <source>YAML</source>
        <translation>YAML</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Gliederung</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Was wäre wenn</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Live database</source>
        <translation>Datenbank</translation>
    </message>
</context>
<context>
    <name>Phrase</name>
    <message>
        <source>No value is changed that could be applied. An outage is only assumed: keep it as a scenario.</source>
        <translation>Kein Wert ist geändert, der sich anwenden ließe. Ein Ausfall ist nur angenommen: Ihn als Szenario behalten.</translation>
    </message>
    <message>
        <source>Apply what-if: 1 value</source>
        <translation>Was-wäre-wenn anwenden: 1 Wert</translation>
    </message>
    <message>
        <source>Apply what-if: {} values</source>
        <translation>Was-wäre-wenn anwenden: {} Werte</translation>
    </message>
    <message>
        <source>The model says all of this already.</source>
        <translation>Das Modell sagt das alles schon.</translation>
    </message>
    <message>
        <source>A scenario needs a name, as black-friday.</source>
        <translation>Ein Szenario braucht einen Namen, wie black-friday.</translation>
    </message>
    <message>
        <source>Nothing is assumed that could be kept. Move a slider or assume an outage first.</source>
        <translation>Nichts ist angenommen, das sich behalten ließe. Zuerst einen Regler verschieben oder einen Ausfall annehmen.</translation>
    </message>
    <message>
        <source>Keep scenario {}</source>
        <translation>Szenario {} behalten</translation>
    </message>
    <message>
        <source>which fact it shows</source>
        <translation>welchen Fakt es zeigt</translation>
    </message>
    <message>
        <source>by which event a change of {} reaches it</source>
        <translation>durch welches Event eine Änderung von {} ankommt</translation>
    </message>
    <message>
        <source>poll</source>
        <translation>poll</translation>
    </message>
    <message>
        <source>work</source>
        <translation>Arbeit</translation>
    </message>
    <message>
        <source>longest gap</source>
        <translation>längste Lücke</translation>
    </message>
    <message>
        <source>run of the schedule</source>
        <translation>Lauf des Zeitplans</translation>
    </message>
    <message>
        <source>longest gap of the schedule</source>
        <translation>längste Lücke des Zeitplans</translation>
    </message>
    <message>
        <source>window</source>
        <translation>window</translation>
    </message>
    <message>
        <source>fixed time</source>
        <translation>feste Zeit</translation>
    </message>
    <message>
        <source>{} and {}</source>
        <translation>{} und {}</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>unbegrenzt</translation>
    </message>
    <message>
        <source>more than 99.99 %</source>
        <translation>mehr als 99.99 %</translation>
    </message>
    <message>
        <source>less than 0.01 %</source>
        <translation>weniger als 0.01 %</translation>
    </message>
    <message>
        <source>the transport of {}</source>
        <translation>Transport von {}</translation>
    </message>
    <message>
        <source>Bring the {} of {} down to {}.</source>
        <translation>{0} auf {2} senken ({1}).</translation>
    </message>
    <message>
        <source>To shorten one hop will not do; begin with {}, which takes {}.</source>
        <translation>Einen Schritt zu verkürzen reicht nicht; beginnen mit: {} (dauert {}).</translation>
    </message>
    <message>
        <source>{} of the changes are lost and only {} may be late</source>
        <translation>{} der Änderungen gehen verloren, und nur {} dürfen zu spät kommen</translation>
    </message>
    <message>
        <source>{} of the changes are lost and none may be late</source>
        <translation>{} der Änderungen gehen verloren, und keine darf zu spät kommen</translation>
    </message>
    <message>
        <source>; reconciliation mends them too late: {} are visible only after {}</source>
        <translation>; der Abgleich behebt sie zu spät: {} sind erst nach {} sichtbar</translation>
    </message>
    <message>
        <source>; reconciliation may miss one for ever</source>
        <translation>; der Abgleich kann eine für immer übersehen</translation>
    </message>
    <message>
        <source>; nothing mends them</source>
        <translation>; nichts behebt sie</translation>
    </message>
    <message>
        <source>every change that is not lost would have to be in time, and nothing limits how long {} takes</source>
        <translation>jede Änderung, die nicht verloren geht, müsste rechtzeitig sein, und nichts begrenzt die Dauer: {}</translation>
    </message>
    <message>
        <source>every change would have to be in time, and nothing limits how long {} takes</source>
        <translation>jede Änderung müsste rechtzeitig sein, und nichts begrenzt die Dauer: {}</translation>
    </message>
    <message>
        <source>{} of the changes cannot be visible before {}, however the hops fall together</source>
        <translation>{} der Änderungen können nicht vor {} sichtbar sein, wie auch immer die Schritte zusammenfallen</translation>
    </message>
    <message>
        <source>{} are visible after {}, and after {} even if the hops are slow together</source>
        <translation>{} sind nach {} sichtbar, und nach {} selbst dann, wenn die Schritte zugleich langsam sind</translation>
    </message>
    <message>
        <source>{} are visible after {}; if the hops are slow together it takes up to {}</source>
        <translation>{} sind nach {} sichtbar; sind die Schritte zugleich langsam, dauert es bis zu {}</translation>
    </message>
    <message>
        <source>{} are visible only after {}; {} are in time</source>
        <translation>{} sind erst nach {} sichtbar; {} sind rechtzeitig</translation>
    </message>
    <message>
        <source>the lag of {}&apos;s subscription to {}</source>
        <translation>die Dauer des Abonnements von {1} durch {0}</translation>
    </message>
    <message>
        <source>{} ({})</source>
        <translation>{} ({})</translation>
    </message>
    <message>
        <source>the publishing lag of {}</source>
        <translation>die Dauer der Veröffentlichung von {}</translation>
    </message>
    <message>
        <source>the lag of channel {}</source>
        <translation>die Dauer des Kanals {}</translation>
    </message>
    <message>
        <source>the lag of the transport of {}</source>
        <translation>die Dauer des Transports von {}</translation>
    </message>
    <message>
        <source>the lag of policy {}</source>
        <translation>die Dauer der Policy {}</translation>
    </message>
    <message>
        <source>A payload would have to name a type &apos;{}&apos;, and cannot: there is room for letters, digits, &apos;-&apos;, &apos;_&apos; and &apos;.&apos; only. Choose another name for the context, or do without the type in that payload first.</source>
        <translation>Eine Payload müsste einen Typ „{}“ nennen und kann es nicht: Dort ist nur Platz für Buchstaben, Ziffern, „-“, „_“ und „.“. Einen anderen Namen für den Kontext wählen oder zuerst in dieser Payload auf den Typ verzichten.</translation>
    </message>
    <message>
        <source>a {} without a name</source>
        <translation>{} ohne Namen</translation>
    </message>
    <message>
        <source>{} {}</source>
        <translation>{} {}</translation>
    </message>
    <message>
        <source>The element to edit is no longer in the model. Select it again.</source>
        <translation>Das Element, das geändert werden soll, ist nicht mehr im Modell. Noch einmal auswählen.</translation>
    </message>
    <message>
        <source>A subscription has no name of its own: its event names it. Rename the event, or change which event it is fed by.</source>
        <translation>Ein Abonnement hat keinen eigenen Namen: Es heißt nach seinem Event. Das Event umbenennen oder ein anderes abonnieren.</translation>
    </message>
    <message>
        <source>Payloads could not use a type called &apos;{}&apos;. Choose a name of letters and digits that is no type of the language.</source>
        <translation>Payloads könnten einen Typ namens „{}“ nicht benutzen. Einen Namen aus Buchstaben und Ziffern wählen, der kein Typ der Sprache ist.</translation>
    </message>
    <message>
        <source>Rename {} to {}</source>
        <translation>{} in {} umbenennen</translation>
    </message>
    <message>
        <source>The migration has no stage &apos;{}&apos;. Choose one of its stages.</source>
        <translation>Die Migration hat keine Stufe „{}“. Eine ihrer Stufen wählen.</translation>
    </message>
    <message>
        <source>Rename stage {} to {}</source>
        <translation>Stufe {} in {} umbenennen</translation>
    </message>
    <message>
        <source>Only contexts, facts, events, views, policies and decisions can be linked. Set the field in the inspector.</source>
        <translation>Nur Kontexte, Fakten, Events, Read Models, Policies und Entscheidungen lassen sich verbinden. Das Feld im Inspektor setzen.</translation>
    </message>
    <message>
        <source>A context is linked to other contexts only. Link something that stands inside it.</source>
        <translation>Ein Kontext wird nur mit anderen Kontexten verbunden. Etwas verbinden, das in ihm steht.</translation>
    </message>
    <message>
        <source>A decision reads views and asks owners; it cannot be fed by an event. Link the event to a view first, then the view to the decision.</source>
        <translation>Eine Entscheidung liest Read Models und fragt Eigentümer; ein Event kann sie nicht speisen. Zuerst das Event mit einem Read Model verbinden, dann das Read Model mit der Entscheidung.</translation>
    </message>
    <message>
        <source>A policy is triggered by events, not by facts. Link the fact to an event that announces it, then the event to the policy.</source>
        <translation>Eine Policy wird von Events ausgelöst, nicht von Fakten. Den Fakt mit einem Event verbinden, das ihn ankündigt, dann das Event mit der Policy.</translation>
    </message>
    <message>
        <source>An event leads to another one through a policy. Put a policy between the two.</source>
        <translation>Ein Event führt über eine Policy zu einem anderen. Eine Policy dazwischensetzen.</translation>
    </message>
    <message>
        <source>Policies and views meet through events only. Link the policy to an event, or an event to the view.</source>
        <translation>Policies und Read Models treffen sich nur über Events. Die Policy mit einem Event verbinden oder ein Event mit dem Read Model.</translation>
    </message>
    <message>
        <source>A view is fed by events, not by other views. Link an event to it.</source>
        <translation>Ein Read Model wird von Events gespeist, nicht von anderen Read Models. Ein Event mit ihm verbinden.</translation>
    </message>
    <message>
        <source>A policy leads to another one through an event. Put an event between the two.</source>
        <translation>Eine Policy führt über ein Event zu einer anderen. Ein Event dazwischensetzen.</translation>
    </message>
    <message>
        <source>A decision reads views; a policy only leads to events. Link the policy to an event, the event to a view and the view to the decision.</source>
        <translation>Eine Entscheidung liest Read Models; eine Policy führt nur zu Events. Die Policy mit einem Event verbinden, das Event mit einem Read Model und das Read Model mit der Entscheidung.</translation>
    </message>
    <message>
        <source>A decision leads to no other decision. Link both to the views that they read.</source>
        <translation>Eine Entscheidung führt zu keiner anderen Entscheidung. Beide mit den Read Models verbinden, die sie lesen.</translation>
    </message>
    <message>
        <source>The {} has no name yet, so nothing can refer to it. Give it a name first.</source>
        <translation>Noch ohne Namen ({}), also kann nichts darauf verweisen. Zuerst benennen.</translation>
    </message>
    <message>
        <source>There are two {}s called {}, and a reference means the first. Rename one of them first.</source>
        <translation>{1} ({0}) gibt es zweimal, und eine Referenz meint das Erste. Zuerst eines umbenennen.</translation>
    </message>
    <message>
        <source>A reference could not say the name of {} {}. Rename it first.</source>
        <translation>Eine Referenz könnte den Namen nicht nennen ({} {}). Zuerst umbenennen.</translation>
    </message>
    <message>
        <source>A fact is derived from views of its own context. Link the fact that the view shows instead.</source>
        <translation>Ein Fakt wird aus Read Models seines eigenen Kontexts abgeleitet. Stattdessen den Fakt verbinden, den das Read Model zeigt.</translation>
    </message>
    <message>
        <source>{} shows nothing yet. Link a fact to it first.</source>
        <translation>{} zeigt noch nichts. Zuerst einen Fakt damit verbinden.</translation>
    </message>
    <message>
        <source>Nothing is linked to itself. Choose another element.</source>
        <translation>Nichts wird mit sich selbst verbunden. Ein anderes Element wählen.</translation>
    </message>
    <message>
        <source>{} and {} are already linked. Choose another element.</source>
        <translation>{} und {} sind schon verbunden. Ein anderes Element wählen.</translation>
    </message>
    <message>
        <source>Link {} to {}</source>
        <translation>{} mit {} verbinden</translation>
    </message>
    <message>
        <source>A waiver without a reason is a defect of its own. Say why it may stay as it is.</source>
        <translation>Eine Ausnahme ohne Grund ist selbst ein Mangel. Angeben, warum es so bleiben darf.</translation>
    </message>
    <message>
        <source>Waive {} for {}</source>
        <translation>{} für {} hinnehmen</translation>
    </message>
    <message>
        <source>{} is no context. Choose a context to move to.</source>
        <translation>{} ist kein Kontext. Einen Kontext als Ziel wählen.</translation>
    </message>
    <message>
        <source>{} does not stand in a context by itself. Move facts, channels, events, types, views, policies or decisions.</source>
        <translation>{} steht nicht für sich in einem Kontext. Verschieben lassen sich Fakten, Kanäle, Events, Typen, Read Models, Policies und Entscheidungen.</translation>
    </message>
    <message>
        <source>Move {} to {}</source>
        <translation>{} nach {} verschieben</translation>
    </message>
    <message>
        <source>Move {} elements to {}</source>
        <translation>{} Elemente nach {} verschieben</translation>
    </message>
    <message>
        <source>{} cannot be added there: choose a view or a policy.</source>
        <translation>{} lässt sich dort nicht hinzufügen: Ein Read Model oder eine Policy wählen.</translation>
    </message>
    <message>
        <source>{} cannot be added there: choose a context.</source>
        <translation>{} lässt sich dort nicht hinzufügen: Einen Kontext wählen.</translation>
    </message>
    <message>
        <source>Add {}</source>
        <translation>{} hinzufügen</translation>
    </message>
    <message>
        <source>Paste {}</source>
        <translation>{} einfügen</translation>
    </message>
    <message>
        <source>Paste {} elements</source>
        <translation>{} Elemente einfügen</translation>
    </message>
    <message>
        <source>Change the model</source>
        <translation>Modell ändern</translation>
    </message>
    <message>
        <source>The new value is of another kind than the element. Remove the element and add the new one.</source>
        <translation>Der neue Wert ist von anderer Art als das Element. Das Element entfernen und das neue hinzufügen.</translation>
    </message>
    <message>
        <source>Changing the fields of {} cannot change its name. Rename it first.</source>
        <translation>Eine Änderung der Felder kann den Namen nicht ändern ({}). Zuerst umbenennen.</translation>
    </message>
    <message>
        <source>Change {}</source>
        <translation>{} ändern</translation>
    </message>
    <message>
        <source>Remove {}</source>
        <translation>{} entfernen</translation>
    </message>
    <message>
        <source>Remove {} elements</source>
        <translation>{} Elemente entfernen</translation>
    </message>
    <message>
        <source>Let {} assert {}</source>
        <translation>{} sagt {} zu</translation>
    </message>
    <message>
        <source>Let {} deny {}</source>
        <translation>{} verneint {}</translation>
    </message>
    <message>
        <source>Leave open whether {} means {}</source>
        <translation>Offen lassen, ob {} {} meint</translation>
    </message>
    <message>
        <source>{} already says that about {}. Nothing to change.</source>
        <translation>{} sagt das schon über {}. Nichts zu ändern.</translation>
    </message>
    <message>
        <source>{} already relies so on {}. Nothing to change.</source>
        <translation>{} verlässt sich schon so auf {}. Nichts zu ändern.</translation>
    </message>
    <message>
        <source>Let {} not rely on {}</source>
        <translation>{} verlässt sich nicht auf {}</translation>
    </message>
    <message>
        <source>Let {} rely on {}</source>
        <translation>{} verlässt sich auf {}</translation>
    </message>
    <message>
        <source>contradicted</source>
        <translation>widersprochen</translation>
    </message>
    <message>
        <source>denied</source>
        <translation>verneint</translation>
    </message>
    <message>
        <source>weaker</source>
        <translation>schwächer</translation>
    </message>
    <message>
        <source>guaranteed</source>
        <translation>zugesagt</translation>
    </message>
    <message>
        <source>foreign</source>
        <translation>fremd</translation>
    </message>
    <message>
        <source>unspecified</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>Take the waiver out</source>
        <translation>Ausnahme entfernen</translation>
    </message>
    <message>
        <source>Write {} for {}</source>
        <translation>{} statt {} schreiben</translation>
    </message>
    <message>
        <source>Key {} by {}</source>
        <translation>{} nach {} schlüsseln</translation>
    </message>
    <message>
        <source>the judging of what has changed between two versions of a model</source>
        <translation>der Beurteilung dessen, was sich zwischen zwei Versionen eines Modells geändert hat</translation>
    </message>
    <message>
        <source>the planning of how facts move from one owner to another</source>
        <translation>der Planung, wie Fakten von einem Eigentümer zum anderen ziehen</translation>
    </message>
    <message>
        <source>Does {} mean {}?</source>
        <translation>Bedeutet {} auch {}?</translation>
    </message>
    <message>
        <source>{} says that something is different now, and not what or why: every reader has to find out by itself. Name what was decided, one event for each decision.</source>
        <translation>{} sagt, dass jetzt etwas anders ist, und nicht, was oder warum: Jeder Leser muss es selbst herausfinden. Benennen, was entschieden wurde, ein Event für jede Entscheidung.</translation>
    </message>
    <message>
        <source>in kebab-case, like available-to-promise</source>
        <translation>kebab-case, wie available-to-promise</translation>
    </message>
    <message>
        <source>in PascalCase, like OrderPlaced</source>
        <translation>PascalCase, wie OrderPlaced</translation>
    </message>
    <message>
        <source>subject.state, like payment.captured</source>
        <translation>Gegenstand.zustand, wie payment.captured</translation>
    </message>
    <message>
        <source>The name of the {} {} is out of form: {} is named {}.</source>
        <translation>Der Name von {1} ({0}) fällt aus der Form; üblich für {2}: {3}.</translation>
    </message>
    <message>
        <source>There is {} without a name. Give it one.</source>
        <translation>{} ohne Namen. Einen geben.</translation>
    </message>
    <message>
        <source>There is {} without a name. Name it {}.</source>
        <translation>{} ohne Namen. Benennen, üblich: {}.</translation>
    </message>
    <message>
        <source>{} reads version {} of {}, and {} publishes version {}: {}</source>
        <translation>{} liest Version {} von {}, und {} veröffentlicht Version {}: {}</translation>
    </message>
    <message>
        <source>what is new in it, and what it no longer means, passes by.</source>
        <translation>Was darin neu ist, und was es nicht mehr bedeutet, geht vorbei.</translation>
    </message>
    <message>
        <source>it waits for what nobody sends yet.</source>
        <translation>Darauf wird gewartet, und noch sendet es niemand.</translation>
    </message>
    <message>
        <source>Read version {}</source>
        <translation>Version {} lesen</translation>
    </message>
    <message>
        <source>{}, and that is not there in this stage. Say since or until here too.</source>
        <translation>{}, und das gibt es in dieser Stufe nicht. Auch hier since oder until angeben.</translation>
    </message>
    <message>
        <source>{}, and there is no {} of that name. {}</source>
        <translation>{}, und so heißt nichts ({}). {}</translation>
    </message>
    <message>
        <source>Declare it, or correct the name.</source>
        <translation>Deklarieren oder den Namen berichtigen.</translation>
    </message>
    <message>
        <source>{} does not say what it is about, so nobody owns it. Name the fact: of: context/fact.</source>
        <translation>{} sagt nicht, wovon es handelt, also gehört es niemandem. Den Fakt nennen: of: context/fact.</translation>
    </message>
    <message>
        <source>Add it to the payload, or correct the name.</source>
        <translation>In die Payload aufnehmen oder den Namen berichtigen.</translation>
    </message>
    <message>
        <source>Did you mean {}?</source>
        <translation>War {} gemeint?</translation>
    </message>
    <message>
        <source>{} consumes an event without a name. Name the event: context/event.</source>
        <translation>{} konsumiert ein Event ohne Namen. Das Event nennen: context/event.</translation>
    </message>
    <message>
        <source>{} orders {} by {}, and its payload has no field of that name. {}</source>
        <translation>{} ordnet {} nach {}, und die Payload hat kein Feld dieses Namens. {}</translation>
    </message>
    <message>
        <source>{} says that its {} is as old as {}, and its payload has no field of that name. {}</source>
        <translation>{} sagt, {} sei so alt wie {}, und die Payload hat kein Feld dieses Namens. {}</translation>
    </message>
    <message>
        <source>See factline rules.</source>
        <translation>Siehe factline rules.</translation>
    </message>
    <message>
        <source>The lint settings of {} name the {} {}, and there is none of that name. {}</source>
        <translation>Die lint-Einstellungen von {} nennen {} {}, und so heißt nichts. {}</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>dem Modell</translation>
    </message>
    <message>
        <source>preset</source>
        <translation>die Voreinstellung</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>die Regel</translation>
    </message>
    <message>
        <source>{} asserts {}, which is about {}: {} decides about that, not {}. Where {} passes on what it was told, say relays: true.</source>
        <translation>{} sagt {} zu, und das handelt von {}: Darüber entscheidet {}, nicht {}. Wo {} weitergibt, was es erfahren hat, relays: true angeben.</translation>
    </message>
    <message>
        <source>Declare that {} relays</source>
        <translation>Deklarieren, dass {} weitergibt</translation>
    </message>
    <message>
        <source>{} implies itself.</source>
        <translation>{} besagt sich selbst.</translation>
    </message>
    <message>
        <source>{} implies itself: {}. If they mean the same, keep one of them; else take one step out.</source>
        <translation>{} besagt sich selbst: {}. Bedeuten sie dasselbe, eine davon behalten, sonst einen Schritt herausnehmen.</translation>
    </message>
    <message>
        <source>The name {} speaks of the machinery ({}), which its readers need not know and which will change. Say it in the words of {}.</source>
        <translation>Der Name {} spricht von der Technik ({}), die kein Leser zu kennen braucht und die sich ändern wird. Es in den Worten von {} sagen.</translation>
    </message>
    <message>
        <source>The waiver of {} for {} gives no reason: nobody will know later whether it still holds. Write down why.</source>
        <translation>Die Ausnahme von {} für {} nennt keinen Grund: Später weiß niemand, ob sie noch gilt. Aufschreiben, warum.</translation>
    </message>
    <message>
        <source>The waiver of {} for {} names nobody who has decided it: nobody can be asked later. Write down who, under `by`.</source>
        <translation>Die Ausnahme von {} für {} nennt niemanden, der das entschieden hat: Später lässt sich niemand fragen. Aufschreiben, wer, unter `by`.</translation>
    </message>
    <message>
        <source>{} tell of {} one property at a time: what led to them is lost, and readers put it together again. Name the decisions that change it.</source>
        <translation>{} erzählen von {} je eine Eigenschaft: Was dazu geführt hat, geht verloren, und die Leser setzen es wieder zusammen. Die Entscheidungen benennen, die es ändern.</translation>
    </message>
    <message>
        <source>{} relies on {}; {} neither asserts nor denies it. Ask {} what the event means.</source>
        <translation>{} verlässt sich auf {}; {} sagt das weder zu, noch verneint es das. {} fragen, was das Event bedeutet.</translation>
    </message>
    <message>
        <source>{} copies {} into its field {} and does not say how old the copy is. Add a field for the time and name it under asOf.</source>
        <translation>{} kopiert {} in sein Feld {} und sagt nicht, wie alt die Kopie ist. Ein Feld für die Zeit hinzufügen und unter asOf nennen.</translation>
    </message>
    <message>
        <source>The field {} of {} is named like {}, which {} decides about: readers will take it for the truth of today. Say copies and asOf, or leave it out.</source>
        <translation>Das Feld {} von {} heißt wie {}, worüber {} entscheidet: Leser werden es für die Wahrheit von heute halten. copies und asOf angeben oder es weglassen.</translation>
    </message>
    <message>
        <source>{} announces {}, which {} owns. Only the owner can say what has become of a fact; where {} passes on what it was told, say relays: true.</source>
        <translation>{} kündigt {} an, Eigentümer: {}. Nur der Eigentümer kann sagen, was aus einem Fakt geworden ist; wo {} weitergibt, was es erfahren hat, relays: true angeben.</translation>
    </message>
    <message>
        <source>{} announces {}, which {} own. Only the owner can say what has become of a fact; where {} passes on what it was told, say relays: true.</source>
        <translation>{} kündigt {} an, Eigentümer: {}. Nur der Eigentümer kann sagen, was aus einem Fakt geworden ist; wo {} weitergibt, was es erfahren hat, relays: true angeben.</translation>
    </message>
    <message>
        <source>{} relies on {}; {} asserts {}, which excludes {}.</source>
        <translation>{} verlässt sich auf {}; {} sagt {} zu, was {} ausschließt.</translation>
    </message>
    <message>
        <source>{} is public and announces no fact: nobody can tell what it is that {} decided about. Name the fact under announces, or make the event private.</source>
        <translation>{} ist öffentlich und kündigt keinen Fakt an: Niemand kann sagen, worüber {} entschieden hat. Den Fakt unter announces nennen oder das Event privat machen.</translation>
    </message>
    <message>
        <source>whoever wrote it</source>
        <translation>wer sie aufgeschrieben hat</translation>
    </message>
    <message>
        <source>The waiver of {} for {} held until {}: what it settled is told again. Mend it, or let {} decide anew.</source>
        <translation>Die Ausnahme von {} für {} galt bis {}: Was sie hinnahm, wird wieder gemeldet. Es beheben oder neu entscheiden lassen, zuständig: {}.</translation>
    </message>
    <message>
        <source>{} applies {} again when it is delivered twice{}. Brokers deliver at least once: keep the ids of what was handled, and ignore what comes again.</source>
        <translation>{} wendet {} noch einmal an, wenn es zweimal zugestellt wird{}. Broker stellen mindestens einmal zu: Die Ids des Verarbeiteten behalten und ignorieren, was noch einmal kommt.</translation>
    </message>
    <message>
        <source>nothing limits how old it is</source>
        <translation>nichts begrenzt, wie alt es ist</translation>
    </message>
    <message>
        <source>at {} it is {} old</source>
        <translation>bei {} ist es {} alt</translation>
    </message>
    <message>
        <source>if the hops are slow together it is up to {} old at {}</source>
        <translation>sind die Schritte zugleich langsam, ist es bei {1} bis zu {0} alt</translation>
    </message>
    <message>
        <source> Told through an outbox instead of by schedule it would be {} old.</source>
        <translation> Über eine Outbox statt nach Zeitplan wäre es {} alt.</translation>
    </message>
    <message>
        <source>{} reads {} and tolerates {}; {}.</source>
        <translation>{} liest {} und verträgt {}; {}.</translation>
    </message>
    <message>
        <source> Or ask the owner.</source>
        <translation> Oder den Eigentümer fragen.</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>keinem Schlüssel</translation>
    </message>
    <message>
        <source>{} by {}</source>
        <translation>{} nach {}</translation>
    </message>
    <message>
        <source>{} announces {}</source>
        <translation>{} kündigt {} an</translation>
    </message>
    <message>
        <source>The channel {} is split by {}, yet {}: changes of one entity may land on different partitions and overtake one another.</source>
        <translation>Der Kanal {} ist nach {} aufgeteilt, aber {}: Änderungen einer Entität können auf verschiedenen Partitionen landen und einander überholen.</translation>
    </message>
    <message>
        <source>Bring perMessage below {}, or take {} consumers.</source>
        <translation>perMessage unter {} senken oder {} Consumer nehmen.</translation>
    </message>
    <message>
        <source>Bring perMessage below {}; more consumers alone do not do it, the busiest of {} partitions goes to one of them.</source>
        <translation>perMessage unter {} senken; mehr Consumer allein helfen nicht, die vollste von {} Partitionen geht an einen von ihnen.</translation>
    </message>
    <message>
        <source>hardly anything is left for catching up</source>
        <translation>Zum Aufholen bleibt kaum etwas</translation>
    </message>
    <message>
        <source>what comes then has to wait</source>
        <translation>Was dann kommt, muss warten</translation>
    </message>
    <message>
        <source>{} messages more wait each second, and it never catches up</source>
        <translation>Jede Sekunde warten {} Nachrichten mehr, und aufgeholt wird nie</translation>
    </message>
    <message>
        <source>{} is {} busy with {} at the peak: {}. {}</source>
        <translation>{} ist zur Spitzenzeit zu {} mit {} beschäftigt: {}. {}</translation>
    </message>
    <message>
        <source>{} is {} busy with {}: {}. {}</source>
        <translation>{} ist zu {} mit {} beschäftigt: {}. {}</translation>
    </message>
    <message>
        <source>The name {} is taken: there are two {}s of it. References mean the first; give this one a name of its own.</source>
        <translation>Der Name {} ist vergeben: Es gibt ihn zweimal ({}). Referenzen meinen das Erste; diesem einen eigenen Namen geben.</translation>
    </message>
    <message>
        <source>The name {} is taken: it is both {} and {}. References mean the first; give this one a name of its own.</source>
        <translation>Der Name {} ist vergeben: So heißen {} und {}. Referenzen meinen das Erste; diesem einen eigenen Namen geben.</translation>
    </message>
    <message>
        <source>{} consumes {} twice. The first counts; join the two, or name another event.</source>
        <translation>{} konsumiert {} zweimal. Das Erste zählt; beide zusammenlegen oder ein anderes Event nennen.</translation>
    </message>
    <message>
        <source>{} halts when it cannot handle {}: everything behind it grows old, while {} believes it was told. Park the message and go on.</source>
        <translation>{} hält an, wenn sich {} nicht verarbeiten lässt: Alles dahinter wird alt, während {} glaubt, Bescheid zu wissen. Die Nachricht parken und weitermachen.</translation>
    </message>
    <message>
        <source>Park what cannot be handled</source>
        <translation>Parken, was sich nicht verarbeiten lässt</translation>
    </message>
    <message>
        <source>nothing limits for how long they do</source>
        <translation>nichts begrenzt, wie lange sie es tun</translation>
    </message>
    <message>
        <source>after {} of the changes they do for up to {}</source>
        <translation>nach {} der Änderungen tun sie es bis zu {}</translation>
    </message>
    <message>
        <source>{} sees {} and {}, which may disagree for {}; {}.</source>
        <translation>{} sieht {} und {}, die sich {} lang widersprechen dürfen; {}.</translation>
    </message>
    <message>
        <source> (no context is called {})</source>
        <translation> (kein Kontext heißt {})</translation>
    </message>
    <message>
        <source>{} owns {}, yet {} writes it too{}. Let the writer ask the owner, or move the fact to the context that decides about it.</source>
        <translation>{} ist Eigentümer von {}, aber {} schreibt es auch{}. Wer schreibt, soll den Eigentümer fragen, oder der Fakt zieht in den Kontext, der darüber entscheidet.</translation>
    </message>
    <message>
        <source>{} owns {}, yet {} write it too{}. Let the writer ask the owner, or move the fact to the context that decides about it.</source>
        <translation>{} ist Eigentümer von {}, aber {} schreiben es auch{}. Wer schreibt, soll den Eigentümer fragen, oder der Fakt zieht in den Kontext, der darüber entscheidet.</translation>
    </message>
    <message>
        <source>Let only {} write it</source>
        <translation>Nur {} schreiben lassen</translation>
    </message>
    <message>
        <source>{} consumes {}, and no relation is declared between {} and {}. Put the pair on the map: relations: {{}: ...}.</source>
        <translation>{} konsumiert {}, und zwischen {} und {} ist keine Beziehung deklariert. Das Paar in die Karte eintragen: relations: {{}: ...}.</translation>
    </message>
    <message>
        <source>Draw {} as the supplier of {}</source>
        <translation>{} als Lieferanten von {} eintragen</translation>
    </message>
    <message>
        <source>Nobody subscribes to {}. Name its readers, or stop promising it.</source>
        <translation>Niemand abonniert {}. Die Leser nennen oder es nicht länger zusagen.</translation>
    </message>
    <message>
        <source>One key carries {} of {}, and {} cannot keep up with that key alone; no number of partitions helps, because a key stays on one. Split the key until the hottest carries less than {}, or bring perMessage below {}.</source>
        <translation>Ein Schlüssel trägt {} von {}, und {} kommt schon bei diesem Schlüssel nicht nach; keine Zahl von Partitionen hilft, weil ein Schlüssel auf einer bleibt. Den Schlüssel teilen, bis der heißeste weniger als {} trägt, oder perMessage unter {} senken.</translation>
    </message>
    <message>
        <source>{} names what happened to a row, not to the business: what do the people of {} call it when something is {}?</source>
        <translation>{} benennt, was mit einer Tabellenzeile geschah, nicht im Geschäft: Wie nennen es die Leute von {}, wenn etwas dies ist: {}?</translation>
    </message>
    <message>
        <source>{} causes itself: {}. Nothing says that it ends; break the circle, or say endsWhen on one of its policies.</source>
        <translation>{} löst sich selbst aus: {}. Nichts sagt, dass es endet; den Kreis unterbrechen oder an einer seiner Policies endsWhen angeben.</translation>
    </message>
    <message>
        <source>{} carries {}: it shows how a table of {} changed, and everybody who reads it hangs on that table. Publish what it means.</source>
        <translation>{} trägt {}: Es zeigt, wie sich eine Tabelle von {} geändert hat, und wer es liest, hängt an dieser Tabelle. Veröffentlichen, was es bedeutet.</translation>
    </message>
    <message>
        <source>{} is published by change data capture, and nothing says which rows make it: the tables of {} become its contract. Declare mappedFrom, or publish from an outbox.</source>
        <translation>{} wird durch Change Data Capture veröffentlicht, und nichts sagt, aus welchen Zeilen es entsteht: Die Tabellen von {} werden sein Vertrag. mappedFrom deklarieren oder aus einer Outbox veröffentlichen.</translation>
    </message>
    <message>
        <source>{} does not say what has happened: its name holds no verb in the past. Name it after what was decided, like OrderPlaced.</source>
        <translation>{} sagt nicht, was geschehen ist: Im Namen steht kein Verb der Vergangenheit. Nach dem benennen, was entschieden wurde, wie OrderPlaced.</translation>
    </message>
    <message>
        <source>{} orders {} by {}, which is a {}: clocks differ and times coincide. Order by the sequence in which they were published.</source>
        <translation>{} ordnet {} nach {}, vom Typ {}: Uhren gehen verschieden, und Zeiten fallen zusammen. Nach der Reihenfolge ordnen, in der veröffentlicht wurde.</translation>
    </message>
    <message>
        <source>Order by the sequence of publishing</source>
        <translation>Nach der Reihenfolge der Veröffentlichung ordnen</translation>
    </message>
    <message>
        <source>{} announces {}: which of them is meant to be read from it, and in which order they changed, nobody can tell. One event for one fact.</source>
        <translation>{} kündigt {} an: Was davon herauszulesen ist, und in welcher Reihenfolge es sich änderte, kann niemand sagen. Ein Event für einen Fakt.</translation>
    </message>
    <message>
        <source>By its definition {} tells one thing or another: its readers need to know which. Make two events of it.</source>
        <translation>Nach seiner Definition erzählt {} das eine oder das andere: Leser müssen wissen, welches. Zwei Events daraus machen.</translation>
    </message>
    <message>
        <source>{} commits and then sends: when it fails in between, others never hear of what it has decided, or hear of what it has not. Publish through an outbox, change data capture or an event store.</source>
        <translation>{} schreibt fest und sendet dann: Geht dazwischen etwas schief, erfahren andere nie, was entschieden wurde, oder erfahren, was nicht entschieden wurde. Über eine Outbox, Change Data Capture oder einen Event Store veröffentlichen.</translation>
    </message>
    <message>
        <source>{} is sent after {} has committed: when it fails in between, others never hear of it, or hear of what has not happened. Publish it through an outbox, change data capture or an event store.</source>
        <translation>{} wird gesendet, nachdem {} festgeschrieben hat: Geht dazwischen etwas schief, erfahren andere nie davon, oder sie erfahren, was nicht geschehen ist. Über eine Outbox, Change Data Capture oder einen Event Store veröffentlichen.</translation>
    </message>
    <message>
        <source>Publish it through an outbox</source>
        <translation>Über eine Outbox veröffentlichen</translation>
    </message>
    <message>
        <source>Publish through an outbox</source>
        <translation>Alles über eine Outbox veröffentlichen</translation>
    </message>
    <message>
        <source>No context publishes {}: {}. {}</source>
        <translation>Kein Kontext veröffentlicht {}: {}. {}</translation>
    </message>
    <message>
        <source>Declare it among the events of {}.</source>
        <translation>Unter den Events von {} deklarieren.</translation>
    </message>
    <message>
        <source>{} says {} in its name and {} in its definition: readers will believe the name.</source>
        <translation>{} sagt im Namen {} und in der Definition {}: Leser werden dem Namen glauben.</translation>
    </message>
    <message>
        <source>to {} {}</source>
        <translation>für {} {}</translation>
    </message>
    <message>
        <source>{} means different things: {}. Give one of them a name of its own.</source>
        <translation>{} bedeutet Verschiedenes: {}. Einem davon einen eigenen Namen geben.</translation>
    </message>
    <message>
        <source>{} tells somebody what to do, not what has happened: {} cannot know whether it will be done. Name what was decided, or ask for it openly.</source>
        <translation>{} sagt jemandem, was zu tun ist, nicht, was geschehen ist: {} kann nicht wissen, ob es getan wird. Benennen, was entschieden wurde, oder offen darum bitten.</translation>
    </message>
    <message>
        <source>{} is read by {} alone, and {} waits for {} in return: this is a call dressed as two events. Call it, or let {} decide by itself.</source>
        <translation>{} wird nur von {} gelesen, und {} wartet dafür auf {}: Das ist ein Aufruf, als zwei Events verkleidet. Aufrufen oder {} selbst entscheiden lassen.</translation>
    </message>
    <message>
        <source>The waiver of {} for {} settles nothing: the rule is planned, and comes with {}.</source>
        <translation>Die Ausnahme von {} für {} bewirkt nichts: Die Regel ist geplant und kommt mit {}.</translation>
    </message>
    <message>
        <source>The waiver for {} names {}, and there is no such rule.</source>
        <translation>Die Ausnahme für {} nennt {}, und eine solche Regel gibt es nicht.</translation>
    </message>
    <message>
        <source>The waiver of {} among the model&apos;s own settles nothing, because it does not say for what it is. Name the element, or take it out.</source>
        <translation>Die Ausnahme von {} unter denen des Modells bewirkt nichts, weil sie nicht sagt, wofür sie gilt. Das Element nennen oder sie entfernen.</translation>
    </message>
    <message>
        <source>The waiver of {} for {} settles nothing, because another one stands there that holds as long or longer. Take it out.</source>
        <translation>Die Ausnahme von {} für {} bewirkt nichts, weil dort eine andere steht, die so lange gilt oder länger. Diese Ausnahme entfernen.</translation>
    </message>
    <message>
        <source>The waiver of {} for {} settles nothing: take it out, or what comes next will go unseen.</source>
        <translation>Die Ausnahme von {} für {} bewirkt nichts. Diese Ausnahme entfernen, sonst bleibt das Nächste ungesehen.</translation>
    </message>
    <message>
        <source>{} relies on {} ({})</source>
        <translation>{} verlässt sich auf {} ({})</translation>
    </message>
    <message>
        <source>{} is understood in {} ways: {}. Split it, or say what it asserts and denies until all agree.</source>
        <translation>{} wird auf {} Weisen verstanden: {}. Aufteilen oder angeben, was es zusagt und verneint, bis alle dasselbe meinen.</translation>
    </message>
    <message>
        <source>{} relies on {}; {} denies {}{}.</source>
        <translation>{} verlässt sich auf {}; {} verneint {}{}.</translation>
    </message>
    <message>
        <source>{} needs {} to be final; {} asserts it, and may take it back.</source>
        <translation>{} braucht {} endgültig; {} sagt es zu und kann es zurücknehmen.</translation>
    </message>
    <message>
        <source>{} needs {} to be final; {} asserts it, and may take it back by {}.</source>
        <translation>{} braucht {} endgültig; {} sagt es zu und kann es durch {} zurücknehmen.</translation>
    </message>
    <message>
        <source>{} carries {}, which is {}, out of {}, and nothing says why it has to. Leave it out, say justifiedBy, or say sensitivity: none.</source>
        <translation>{} trägt {} (sensitivity: {}) aus {} hinaus, und nichts sagt, warum das sein muss. Weglassen, justifiedBy angeben oder sensitivity: none.</translation>
    </message>
    <message>
        <source>{} decides on {}, which is neither reconciled nor can be rebuilt: one lost event stays lost, and nobody notices. Compare it with its owner, or say what it is rebuilt from.</source>
        <translation>{} entscheidet nach {}, das weder abgeglichen wird noch neu aufgebaut werden kann: Ein verlorenes Event bleibt verloren, und niemand merkt es. Mit dem Eigentümer abgleichen oder angeben, woraus es neu aufgebaut wird.</translation>
    </message>
    <message>
        <source>{} decide on {}, which is neither reconciled nor can be rebuilt: one lost event stays lost, and nobody notices. Compare it with its owner, or say what it is rebuilt from.</source>
        <translation>{} entscheiden nach {}, das weder abgeglichen wird noch neu aufgebaut werden kann: Ein verlorenes Event bleibt verloren, und niemand merkt es. Mit dem Eigentümer abgleichen oder angeben, woraus es neu aufgebaut wird.</translation>
    </message>
    <message>
        <source>Declare it in the context that decides about it.</source>
        <translation>In dem Kontext deklarieren, der darüber entscheidet.</translation>
    </message>
    <message>
        <source>{} has taken it over: name that one.</source>
        <translation>{} hat es übernommen: Dieses nennen.</translation>
    </message>
    <message>
        <source>No context owns {}: {}. {}</source>
        <translation>{} gehört keinem Kontext: {}. {}</translation>
    </message>
    <message>
        <source>Let {} own {}</source>
        <translation>{} zum Eigentümer von {} machen</translation>
    </message>
    <message>
        <source>{} needs {} in order</source>
        <translation>{} braucht {} in der Reihenfolge</translation>
    </message>
    <message>
        <source>{}, and {}. Without a key nothing keeps the changes of one entity in their order.</source>
        <translation>{}, und {}. Ohne Schlüssel hält nichts die Änderungen einer Entität in ihrer Reihenfolge.</translation>
    </message>
    <message>
        <source>the channel {} has no key</source>
        <translation>der Kanal {} hat keinen Schlüssel</translation>
    </message>
    <message>
        <source>it is on no channel</source>
        <translation>es liegt auf keinem Kanal</translation>
    </message>
    <message>
        <source>{} says neither what it means nor what it asserts, so every consumer will decide for itself.</source>
        <translation>{} sagt weder, was es bedeutet, noch, was es zusagt; also wird jeder Consumer das für sich entscheiden.</translation>
    </message>
    <message>
        <source>{} of {} announce {} and assert {}, all the same: readers will look for a difference. Say what it is, or keep one.</source>
        <translation>{} von {} kündigen {} an und sagen {} zu, alle dasselbe: Leser werden nach einem Unterschied suchen. Ihn angeben oder eines behalten.</translation>
    </message>
    <message>
        <source>Contexts ask one another in a circle: {} -&gt; {}, by {}. When one of them is down, all are; keep a view on one side.</source>
        <translation>Kontexte fragen einander im Kreis: {} -&gt; {}, durch {}. Fällt einer aus, fallen alle aus; auf einer Seite ein Read Model halten.</translation>
    </message>
    <message>
        <source>{} asks {} and waits for all of them: it is as slow as the slowest, and down when any one is. Keep a view of what may be a little old.</source>
        <translation>{} fragt {} und wartet auf alle: So langsam wie der Langsamste, und ausgefallen, wenn einer ausfällt. Ein Read Model halten für das, was ein wenig alt sein darf.</translation>
    </message>
    <message>
        <source>{} relies on {}; {} does not assert it, and that is not for {} to say: {} decides about {}.</source>
        <translation>{} verlässt sich auf {}; {} sagt es nicht zu, und {} hat das nicht zu sagen: {} entscheidet über {}.</translation>
    </message>
    <message>
        <source>{} names a state, not what led to it: several decisions may end there, and readers cannot tell them apart. Name the decision.</source>
        <translation>{} benennt einen Zustand, nicht, was dazu geführt hat: Mehrere Entscheidungen können dort enden, und Leser können sie nicht unterscheiden. Die Entscheidung benennen.</translation>
    </message>
    <message>
        <source>{} is private to {}, yet {} consumes it. Make it public and keep what it means, or give the consumer an event that is meant for others.</source>
        <translation>{} ist privat für {}, aber {} konsumiert es. Es öffentlich machen und seine Bedeutung halten oder dem Consumer ein Event geben, das für andere gedacht ist.</translation>
    </message>
    <message>
        <source>{} is private to {}, yet {} consume it. Make it public and keep what it means, or give the consumer an event that is meant for others.</source>
        <translation>{} ist privat für {}, aber {} konsumieren es. Es öffentlich machen und seine Bedeutung halten oder den Consumern ein Event geben, das für andere gedacht ist.</translation>
    </message>
    <message>
        <source>Make {} public</source>
        <translation>{} öffentlich machen</translation>
    </message>
    <message>
        <source>{} may come without {}: readers have to guess which of them belong together, and when. It tells several things; make an event of each.</source>
        <translation>{} kann ohne {} kommen: Wer es liest, muss raten, was davon wann zusammengehört. Es erzählt mehrere Dinge; aus jedem ein eigenes Event machen.</translation>
    </message>
    <message>
        <source>{} repairs itself however much differs: a defect upstream is mended away, run after run, and nobody hears of it. Say upTo, and let people look at what is more.</source>
        <translation>{} repariert sich, wie viel auch abweicht: Ein Fehler weiter vorn wird Lauf um Lauf weggeglichen, und niemand erfährt davon. upTo angeben und Menschen ansehen lassen, was darüber liegt.</translation>
    </message>
    <message>
        <source>{} repairs itself from {}, however much differs: a defect upstream is mended away, run after run, and nobody hears of it. Say upTo, and let people look at what is more.</source>
        <translation>{} repariert sich aus {}, wie viel auch abweicht: Ein Fehler weiter vorn wird Lauf um Lauf weggeglichen, und niemand erfährt davon. upTo angeben und Menschen ansehen lassen, was darüber liegt.</translation>
    </message>
    <message>
        <source>Let people repair it</source>
        <translation>Menschen reparieren lassen</translation>
    </message>
    <message>
        <source>, by the same definition</source>
        <translation>, mit derselben Definition</translation>
    </message>
    <message>
        <source>, and {} does not say what it means</source>
        <translation>, und {} sagt nicht, was es bedeutet</translation>
    </message>
    <message>
        <source>, and {} do not say what it means</source>
        <translation>, und {} sagen nicht, was es bedeutet</translation>
    </message>
    <message>
        <source>{} both own {}{}. Let one decide and the others follow; where it moves, the new owner says takesOver.</source>
        <translation>{} sind beide Eigentümer von {}{}. Einen entscheiden und die anderen folgen lassen; wo es umzieht, gibt der neue Eigentümer takesOver an.</translation>
    </message>
    <message>
        <source>{} all own {}{}. Let one decide and the others follow; where it moves, the new owner says takesOver.</source>
        <translation>{} sind alle Eigentümer von {}{}. Einen entscheiden und die anderen folgen lassen; wo es umzieht, gibt der neue Eigentümer takesOver an.</translation>
    </message>
    <message>
        <source>{} must get over an outage of {}</source>
        <translation>{} muss einen Ausfall von {} überstehen</translation>
    </message>
    <message>
        <source>{} never catches up</source>
        <translation>{} holt nie auf</translation>
    </message>
    <message>
        <source>{} keeps messages for {}{}, and {}: what is older is lost unread. {}</source>
        <translation>{} bewahrt Nachrichten {} lang auf{}, und {}: Was älter ist, geht ungelesen verloren. {}</translation>
    </message>
    <message>
        <source> (nobody says otherwise)</source>
        <translation> (niemand sagt etwas anderes)</translation>
    </message>
    <message>
        <source>Keep them for at least {}.</source>
        <translation>Mindestens {} lang aufbewahren.</translation>
    </message>
    <message>
        <source>A longer retention only puts it off: see consumer-overloaded.</source>
        <translation>Längeres Aufbewahren schiebt es nur auf: siehe consumer-overloaded.</translation>
    </message>
    <message>
        <source>{} excludes itself, so it can never be so.</source>
        <translation>{} schließt sich selbst aus, kann also nie zutreffen.</translation>
    </message>
    <message>
        <source>{} asserts {} and {}, which exclude one another.</source>
        <translation>{} sagt {} und {} zu, die einander ausschließen.</translation>
    </message>
    <message>
        <source>{}; and it asserts {}</source>
        <translation>{}; und dazu {}</translation>
    </message>
    <message>
        <source>{} asserts {}. But {} and {} exclude one another.</source>
        <translation>{} sagt dies zu: {}. Aber {} und {} schließen einander aus.</translation>
    </message>
    <message>
        <source>{} both asserts and denies {}.</source>
        <translation>{} sagt {} zu und verneint es.</translation>
    </message>
    <message>
        <source>{} asserts {}, and denies {}.</source>
        <translation>{} sagt {} zu und verneint {}.</translation>
    </message>
    <message>
        <source>{} more</source>
        <translation>{} weitere</translation>
    </message>
    <message>
        <source>{} also excludes {}, which it asserts too.</source>
        <translation>{} schließt auch {} aus, was es ebenfalls zusagt.</translation>
    </message>
    <message>
        <source>{} does not say what it relies on of {}{}: nobody can tell whether both mean the same.</source>
        <translation>{} sagt nicht, worauf es sich bei {} verlässt{}: Niemand kann sagen, ob beide dasselbe meinen.</translation>
    </message>
    <message>
        <source>Say that it relies on nothing but that it happened</source>
        <translation>Angeben, dass nur zählt, dass es geschehen ist</translation>
    </message>
    <message>
        <source>{} says that there is news and not what it is, so {} asks {} for it: coupled in time, and what comes back may be newer than the event. Carry what was decided.</source>
        <translation>{} sagt, dass es Neues gibt, und nicht, was; also fragt {} danach bei {}: zeitlich gekoppelt, und was zurückkommt, kann neuer sein als das Event. Mitgeben, was entschieden wurde.</translation>
    </message>
    <message>
        <source>{} says that there is news and not what it is, so {} ask {} for it: coupled in time, and what comes back may be newer than the event. Carry what was decided.</source>
        <translation>{} sagt, dass es Neues gibt, und nicht, was; also fragen {} danach bei {}: zeitlich gekoppelt, und was zurückkommt, kann neuer sein als das Event. Mitgeben, was entschieden wurde.</translation>
    </message>
    <message>
        <source>{} shows {}, and no event announces it: the view cannot be told when it changes. Let {} announce it.</source>
        <translation>{} zeigt {}, und kein Event kündigt es an: Das Read Model erfährt nicht, wann es sich ändert. {} soll es ankündigen.</translation>
    </message>
    <message>
        <source>{} show {}, and no event announces it: they cannot be told when it changes. Let {} announce it.</source>
        <translation>{} zeigen {}, und kein Event kündigt es an: Sie erfahren nicht, wann es sich ändert. {} soll es ankündigen.</translation>
    </message>
    <message>
        <source>{} cannot be taken back and decides on {}, which does not say how old it may be. Promise freshness: {within: ...}, or ask the owner.</source>
        <translation>{} lässt sich nicht zurücknehmen und entscheidet nach {}, das nicht sagt, wie alt es sein darf. Zusagen, freshness: {within: ...}, oder den Eigentümer fragen.</translation>
    </message>
    <message>
        <source>{} cannot be taken back and decides on {}, which do not say how old they may be. Promise freshness: {within: ...}, or ask the owner.</source>
        <translation>{} lässt sich nicht zurücknehmen und entscheidet nach {}, die nicht sagen, wie alt sie sein dürfen. Zusagen, freshness: {within: ...}, oder den Eigentümer fragen.</translation>
    </message>
    <message>
        <source> {} decides on it and cannot be taken back.</source>
        <translation> {} entscheidet danach und lässt sich nicht zurücknehmen.</translation>
    </message>
    <message>
        <source> {} decides on it.</source>
        <translation> {} entscheidet danach.</translation>
    </message>
    <message>
        <source> {} decide on it and cannot be taken back.</source>
        <translation> {} entscheiden danach und lassen sich nicht zurücknehmen.</translation>
    </message>
    <message>
        <source> {} decide on it.</source>
        <translation> {} entscheiden danach.</translation>
    </message>
    <message>
        <source>it</source>
        <translation>es</translation>
    </message>
    <message>
        <source>, which by way of {} more implies {}</source>
        <translation>, was über {} weitere auch {} besagt</translation>
    </message>
    <message>
        <source>, which implies {}</source>
        <translation>, was auch {} besagt</translation>
    </message>
    <message>
        <source>, which {} implies by way of {} more</source>
        <translation>, was {} über {} weitere besagt</translation>
    </message>
    <message>
        <source>, which {} implies</source>
        <translation>, was {} besagt</translation>
    </message>
    <message>
        <source>{} more -&gt; </source>
        <translation>{} weitere -&gt; </translation>
    </message>
    <message>
        <source>{} promises {} of changes within {}</source>
        <translation>{} sagt {} der Änderungen innerhalb von {} zu</translation>
    </message>
    <message>
        <source>{} promises {} of the changes to {} within {}</source>
        <translation>{} sagt {} der Änderungen von {} innerhalb von {} zu</translation>
    </message>
    <message>
        <source>after {}, {}</source>
        <translation>nach {}: {}</translation>
    </message>
    <message>
        <source> Told through an outbox instead of by schedule it would take {}.</source>
        <translation> Über eine Outbox statt nach Zeitplan würde es {} dauern.</translation>
    </message>
    <message>
        <source>{}, and shows no fact whose changes could be timed. Say what it shows.</source>
        <translation>{} und zeigt keinen Fakt, dessen Änderungen sich messen ließen. Angeben, was es zeigt.</translation>
    </message>
    <message>
        <source>{}, and no event that announces it gets there. Feed the view by one.</source>
        <translation>{}, und kein Event, das sie ankündigt, kommt an. Das Read Model aus einem speisen.</translation>
    </message>
    <message>
        <source>{}, and nobody says {}. A promise that nobody can work out is a hope: declare it, a guess is a start.</source>
        <translation>{}, und es fehlt eine Angabe: {}. Eine Zusage, die niemand nachrechnen kann, ist eine Hoffnung: Deklarieren, eine Schätzung ist ein Anfang.</translation>
    </message>
    <message>
        <source>{}; {}.</source>
        <translation>{}; {}.</translation>
    </message>
    <message>
        <source>{} asserts {}, which cannot hold together with {}.</source>
        <translation>{} sagt {} zu, was mit {} nicht zugleich gelten kann.</translation>
    </message>
    <message>
        <source>{} denies {}, which this needs.</source>
        <translation>{} verneint {}, was hierfür nötig ist.</translation>
    </message>
    <message>
        <source>{} denies it.</source>
        <translation>{} verneint es.</translation>
    </message>
    <message>
        <source>{} asserts it, but may be revoked; it is needed for good.</source>
        <translation>{} sagt es zu, kann aber widerrufen werden; gebraucht wird es endgültig.</translation>
    </message>
    <message>
        <source>{} asserts {}, from which it follows.</source>
        <translation>{} sagt {} zu, woraus es folgt.</translation>
    </message>
    <message>
        <source>{} asserts it.</source>
        <translation>{} sagt es zu.</translation>
    </message>
    <message>
        <source>That is not for {} to say: {} decides about it.</source>
        <translation>{} hat das nicht zu sagen: {} entscheidet darüber.</translation>
    </message>
    <message>
        <source>Nobody has said. Ask {}.</source>
        <translation>Niemand hat es gesagt. {} fragen.</translation>
    </message>
    <message>
        <source>{} and {} more</source>
        <translation>{} und {} weitere</translation>
    </message>
    <message>
        <source>{} gives its field {} the type {}</source>
        <translation>{} gibt seinem Feld {} den Typ {}</translation>
    </message>
    <message>
        <source>{} copies {} into its field {}</source>
        <translation>{} kopiert {} in sein Feld {}</translation>
    </message>
    <message>
        <source>{} asserts {}</source>
        <translation>{} sagt {} zu</translation>
    </message>
    <message>
        <source>{} is sent on {}</source>
        <translation>{} nennt {} als Kanal</translation>
    </message>
    <message>
        <source>{} is compensated by {}</source>
        <translation>{} nennt {} als Ausgleich</translation>
    </message>
    <message>
        <source>{} denies {}</source>
        <translation>{} verneint {}</translation>
    </message>
    <message>
        <source>{} is derived from {}</source>
        <translation>{} nennt {} als Quelle</translation>
    </message>
    <message>
        <source>{} consumes {}</source>
        <translation>{} konsumiert {}</translation>
    </message>
    <message>
        <source>{} excludes {}</source>
        <translation>{} schließt {} aus</translation>
    </message>
    <message>
        <source>{} measures its freshness from {}</source>
        <translation>{} nennt {} als Beginn der Aktualität</translation>
    </message>
    <message>
        <source>{} implies {}</source>
        <translation>{} besagt auch {}</translation>
    </message>
    <message>
        <source>{} stands at {}</source>
        <translation>{} nennt {} als jetzige Stufe</translation>
    </message>
    <message>
        <source>{} is about {}</source>
        <translation>{} betrifft {}</translation>
    </message>
    <message>
        <source>{} reads {}</source>
        <translation>{} liest {}</translation>
    </message>
    <message>
        <source>{} is reconciled against {}</source>
        <translation>{} nennt {} als Quelle des Abgleichs</translation>
    </message>
    <message>
        <source>{} is rebuilt from {}</source>
        <translation>{} nennt {} als Quelle des Neuaufbaus</translation>
    </message>
    <message>
        <source>{} has a relation to {}</source>
        <translation>{} nennt {} unter den Beziehungen</translation>
    </message>
    <message>
        <source>{} relies on {}</source>
        <translation>{} setzt {} voraus</translation>
    </message>
    <message>
        <source>{} is revoked by {}</source>
        <translation>{} nennt {} als Widerruf</translation>
    </message>
    <message>
        <source>{} assumes an outage of {}</source>
        <translation>{} nimmt einen Ausfall von {} an</translation>
    </message>
    <message>
        <source>{} sees {}</source>
        <translation>{} sieht {}</translation>
    </message>
    <message>
        <source>{} shows {}</source>
        <translation>{} zeigt {}</translation>
    </message>
    <message>
        <source>{} exists since {}</source>
        <translation>{} gibt es seit {}</translation>
    </message>
    <message>
        <source>{} takes over {}</source>
        <translation>{} übernimmt {}</translation>
    </message>
    <message>
        <source>{} causes {}</source>
        <translation>{} löst {} aus</translation>
    </message>
    <message>
        <source>{} exists until {}</source>
        <translation>{} gibt es bis {}</translation>
    </message>
    <message>
        <source>{} is written by {}</source>
        <translation>{} nennt {} als Schreiber</translation>
    </message>
    <message>
        <source>, and {} decides on it</source>
        <translation>, und {} entscheidet danach</translation>
    </message>
    <message>
        <source>, and {} decide on it</source>
        <translation>, und {} entscheiden danach</translation>
    </message>
    <message>
        <source>Write the reference as context/{}.</source>
        <translation>Die Referenz als context/{} schreiben.</translation>
    </message>
    <message>
        <source>an {}</source>
        <translation>{}</translation>
    </message>
    <message>
        <source>a {}</source>
        <translation>{}</translation>
    </message>
    <message>
        <source>The model</source>
        <translation>Das Modell</translation>
    </message>
    <message>
        <source>claim</source>
        <translation>Aussage</translation>
    </message>
    <message>
        <source>context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>fact</source>
        <translation>Fakt</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>event</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>view</source>
        <translation>Read Model</translation>
    </message>
    <message>
        <source>subscription</source>
        <translation>Abonnement</translation>
    </message>
    <message>
        <source>policy</source>
        <translation>Policy</translation>
    </message>
    <message>
        <source>decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>audience</source>
        <translation>Zielgruppe</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>No model is open; open one or begin a new one first.</source>
        <translation>Kein Modell ist geöffnet; zuerst eines öffnen oder ein neues beginnen.</translation>
    </message>
    <message>
        <source>The text of {} cannot be understood at the moment. Mend it or discard what was typed, then change the model here.</source>
        <translation>Der Text von {} ist im Augenblick nicht zu verstehen. Ihn beheben oder das Getippte verwerfen, dann das Modell hier ändern.</translation>
    </message>
    <message>
        <source>No model is open.</source>
        <translation>Kein Modell ist geöffnet.</translation>
    </message>
    <message>
        <source>Asking the database was cancelled.</source>
        <translation>Die Abfrage der Datenbank wurde abgebrochen.</translation>
    </message>
    <message>
        <source>This can only be changed in the text of the model (YAML).</source>
        <translation>Das lässt sich nur im Text des Modells (YAML) ändern.</translation>
    </message>
    <message>
        <source>Choose a folder to write to first.</source>
        <translation>Zuerst einen Ordner zum Schreiben wählen.</translation>
    </message>
    <message>
        <source>{} is asked at its owner: always fresh, and no decision while the owner is away</source>
        <translation>{} wird beim Eigentümer erfragt: immer aktuell, und keine Entscheidung, solange er nicht da ist</translation>
    </message>
    <message>
        <source>, {} is tolerated</source>
        <translation>, {} werden hingenommen</translation>
    </message>
    <message>
        <source>Nobody knows how old {} is{}</source>
        <translation>Niemand weiß, wie alt {} ist{}</translation>
    </message>
    <message>
        <source>{} is up to {} old ({}){}</source>
        <translation>{} ist bis zu {} alt ({}){}</translation>
    </message>
    <message>
        <source>, not counting the {} of changes that are lost</source>
        <translation>, ohne die {} der Änderungen, die verloren gehen</translation>
    </message>
    <message>
        <source>; {} of decisions miss the latest change</source>
        <translation>; {} der Entscheidungen verpassen die letzte Änderung</translation>
    </message>
    <message>
        <source>Scenario {}, {}: {}</source>
        <translation>Szenario {}, {}: {}</translation>
    </message>
    <message>
        <source>none of it</source>
        <translation>nichts davon</translation>
    </message>
    <message>
        <source>hardly any of it</source>
        <translation>kaum etwas davon</translation>
    </message>
    <message>
        <source>all of it, many times over</source>
        <translation>ganz, viele Male</translation>
    </message>
    <message>
        <source>{} times over</source>
        <translation>{}-fach</translation>
    </message>
    <message>
        <source>Bring perMessage below {}; more consumers alone do not do it, the only partition goes to one of them.</source>
        <translation>perMessage unter {} senken; mehr Consumer allein helfen nicht, die einzige Partition geht an einen von ihnen.</translation>
    </message>
    <message>
        <source>{}; the new text is in {}.new</source>
        <translation>{}; der neue Text steht in {}.new</translation>
    </message>
    <message>
        <source>handlers are yours</source>
        <translation>Handler bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>handlers are yours; new, and for you to write: {}</source>
        <translation>Handler bleiben, wie sie sind; neu und noch zu schreiben: {}</translation>
    </message>
    <message>
        <source>not written by us</source>
        <translation>nicht von hier geschrieben</translation>
    </message>
    <message>
        <source>write-protected</source>
        <translation>schreibgeschützt</translation>
    </message>
    <message>
        <source>edited by hand</source>
        <translation>von Hand geändert</translation>
    </message>
    <message>
        <source>no longer generated</source>
        <translation>wird nicht mehr generiert</translation>
    </message>
    <message>
        <source>no longer generated, but {}; remove it yourself</source>
        <translation>wird nicht mehr generiert, aber {}; von Hand zu entfernen</translation>
    </message>
    <message>
        <source>Two generated files want the path {}. Rename one of the elements.</source>
        <translation>Zwei generierte Dateien beanspruchen den Pfad {}. Eines der Elemente umbenennen.</translation>
    </message>
    <message>
        <source>Comparing was cancelled.</source>
        <translation>Das Vergleichen wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The path &quot;{}&quot; leads out of the output folder; nothing was written. Rename the element it comes from.</source>
        <translation>Der Pfad „{}“ führt aus dem Ausgabeordner hinaus; nichts wurde geschrieben. Das Element umbenennen, von dem er kommt.</translation>
    </message>
    <message>
        <source>The output folder holds what was generated from the model &quot;{}&quot;; nothing was written, for its files would be lost. Choose another folder for &quot;{}&quot;; if it is the same model under a new name, write that name into {} there.</source>
        <translation>Der Ausgabeordner enthält, was aus dem Modell „{}“ generiert wurde; nichts wurde geschrieben, sonst gingen dessen Dateien verloren. Für „{}“ einen anderen Ordner wählen; ist es dasselbe Modell unter neuem Namen, diesen Namen dort in {} eintragen.</translation>
    </message>
    <message>
        <source>There is no target &quot;{}&quot;. Choose from: {}.</source>
        <translation>Es gibt kein Ziel „{}“. Zur Wahl stehen: {}.</translation>
    </message>
    <message>
        <source>There is no context &quot;{}&quot;. Choose from: {}.</source>
        <translation>Es gibt keinen Kontext „{}“. Zur Wahl stehen: {}.</translation>
    </message>
    <message>
        <source>Generating was cancelled.</source>
        <translation>Das Generieren wurde abgebrochen.</translation>
    </message>
    <message>
        <source>{} has no tables on {}: {}.</source>
        <translation>{} hat keine Tabellen in {}: {}.</translation>
    </message>
    <message>
        <source>another event before it has the same name; give it a name of its own</source>
        <translation>ein Event davor heißt ebenso; ihm einen eigenen Namen geben</translation>
    </message>
    <message>
        <source>it goes out through {}, which needs no outbox; say `through: outbox` to get one</source>
        <translation>es geht über {} hinaus, wofür es keine Outbox braucht; mit `through: outbox` bekommt es eine</translation>
    </message>
    <message>
        <source>it has no name; give it one</source>
        <translation>es fehlt der Name; einen vergeben</translation>
    </message>
    <message>
        <source>it has no channel, so a relay would not know where to send it; say `channel:`</source>
        <translation>es fehlt der Kanal, ein Relay wüsste also nicht, wohin damit; `channel:` angeben</translation>
    </message>
    <message>
        <source>its channel {} is declared nowhere; declare it</source>
        <translation>der Kanal {} ist nirgends deklariert; ihn deklarieren</translation>
    </message>
    <message>
        <source>nobody publishes this event; declare it where it happens</source>
        <translation>niemand veröffentlicht dieses Event; es dort deklarieren, wo es geschieht</translation>
    </message>
    <message>
        <source>this consumer has another subscription to the same event; join the two</source>
        <translation>dieser Consumer hat dasselbe Event schon abonniert; die beiden Abonnements zusammenlegen</translation>
    </message>
    <message>
        <source>the event has no channel to read it from; say `channel:` on the event</source>
        <translation>das Event hat keinen Kanal, aus dem es zu lesen wäre; beim Event `channel:` angeben</translation>
    </message>
    <message>
        <source>another view or policy has the same name; give it a name of its own</source>
        <translation>ein Read Model oder eine Policy heißt ebenso; einen eigenen Namen vergeben</translation>
    </message>
    <message>
        <source>`{}` is already the name that generated code has for `{}`, so this is `{}` there; give one of the two another name</source>
        <translation>`{1}` heißt im generierten Code schon `{0}`, dies heißt dort also `{2}`; einem der beiden einen anderen Namen geben</translation>
    </message>
    <message>
        <source>the check of its key is left out: the fact it announces declares no key; say `key:` on the fact</source>
        <translation>die Prüfung des Schlüssels entfällt: Der angekündigte Fakt deklariert keinen; beim Fakt `key:` angeben</translation>
    </message>
    <message>
        <source>the check of its key is left out: its payload does not always carry {}; add it to the payload</source>
        <translation>die Prüfung des Schlüssels entfällt: Die Payload enthält {} nicht immer; es in die Payload aufnehmen</translation>
    </message>
    <message>
        <source>its store is {}; say `store: {}` where that is wrong</source>
        <translation>der Speicher ist {}; wo das falsch ist, `store: {}` angeben</translation>
    </message>
    <message>
        <source>the alert at {} times the budget is left out: {}</source>
        <translation>der Alarm beim {}-fachen des Budgets entfällt: {}</translation>
    </message>
    <message>
        <source>over a window of {} it would have to look at less than {} minutes</source>
        <translation>bei einem Zeitfenster von {} müsste er weniger als {} Minuten betrachten</translation>
    </message>
    <message>
        <source>with an objective of {} % it could never fire; the slower ones stay</source>
        <translation>bei einem Ziel von {} % könnte er nie auslösen; die langsameren bleiben</translation>
    </message>
    <message>
        <source>that {} comes no more is not noticed: {} is external and counts nothing for us</source>
        <translation>dass {} nicht mehr kommt, wird nicht bemerkt: {} ist extern und zählt nichts für uns</translation>
    </message>
    <message>
        <source>{} goes out through {}, past the generated relay: a standstill is noticed only if what publishes it counts factline_relay_published_total</source>
        <translation>{} geht über {} hinaus, am generierten Relay vorbei: Ein Stillstand wird nur bemerkt, wenn factline_relay_published_total dort gezählt wird, wo es veröffentlicht wird</translation>
    </message>
    <message>
        <source>it has no name of its own; give it one</source>
        <translation>es fehlt ein eigener Name; einen vergeben</translation>
    </message>
    <message>
        <source>OpenSLO knows no seconds in a time window; it is rounded up to whole minutes</source>
        <translation>OpenSLO kennt in einem Zeitfenster keine Sekunden; es wird auf ganze Minuten aufgerundet</translation>
    </message>
    <message>
        <source>Kafka takes letters, digits, `.`, `_` and `-` in the name of a topic, each name once; give it such a name</source>
        <translation>Kafka nimmt im Namen eines Topics Buchstaben, Ziffern, `.`, `_` und `-`, und jeden Namen einmal; ihm einen solchen Namen geben</translation>
    </message>
    <message>
        <source>its field `{}`: {}</source>
        <translation>das Feld `{}`: {}</translation>
    </message>
    <message>
        <source>its store is {}, and a service in {} keeps its outbox and its position in PostgreSQL; say `store: postgresql` where that is wrong</source>
        <translation>der Speicher ist {}, und ein Service in {} hält Outbox und Position in PostgreSQL; wo das falsch ist, `store: postgresql` angeben</translation>
    </message>
    <message>
        <source>its field `{}` is `{}` in Avro, which takes ASCII letters, digits and `_`</source>
        <translation>das Feld `{}` heißt in Avro `{}`: Dort sind nur ASCII-Buchstaben, Ziffern und `_` erlaubt</translation>
    </message>
    <message>
        <source>`{}` is no symbol of an enum in Avro, so its field `{}` is a string there</source>
        <translation>`{}` ist in Avro kein Symbol eines Enums, das Feld `{}` ist dort also ein String</translation>
    </message>
    <message>
        <source>the type `{}` is nested too deep, so it is a string of JSON in Avro</source>
        <translation>der Typ `{}` ist zu tief verschachtelt und deshalb in Avro ein String aus JSON</translation>
    </message>
    <message>
        <source>the type `{}` is declared nowhere, so it is a string of JSON in Avro</source>
        <translation>der Typ `{}` ist nirgends deklariert und deshalb in Avro ein String aus JSON</translation>
    </message>
    <message>
        <source>its context&apos;s store is {}, and this target knows PostgreSQL only</source>
        <translation>der Speicher des Kontexts ist {}, und dieses Ziel kennt nur PostgreSQL</translation>
    </message>
    <message>
        <source>its store is {}, and this target knows PostgreSQL only; say `store: postgresql` where that is wrong</source>
        <translation>der Speicher ist {}, und dieses Ziel kennt nur PostgreSQL; wo das falsch ist, `store: postgresql` angeben</translation>
    </message>
    <message>
        <source>it has no channel that is declared; say `channel:`</source>
        <translation>es fehlt ein deklarierter Kanal; `channel:` angeben</translation>
    </message>
    <message>
        <source>a lost change never arrives and is never counted, so the share in time looks better than it is; count what reconciliation mends with the age it had</source>
        <translation>eine verlorene Änderung kommt nie an und wird nie gezählt, der rechtzeitige Anteil sieht also besser aus, als er ist; was der Abgleich behebt, mit seinem Alter mitzählen</translation>
    </message>
    <message>
        <source>the time counts from {}; every event on the way has to carry when that was committed</source>
        <translation>die Zeit zählt ab {}; jedes Event auf dem Weg muss enthalten, wann das festgeschrieben wurde</translation>
    </message>
    <message>
        <source>it promises nothing about freshness; say `freshness: {within: ...}`</source>
        <translation>es sagt keine Aktualität zu; `freshness: {within: ...}` angeben</translation>
    </message>
    <message>
        <source>a promise for 100 % leaves no error budget to watch; say a share below</source>
        <translation>eine Zusage für 100 % lässt kein Fehlerbudget, das sich beobachten ließe; einen kleineren Anteil angeben</translation>
    </message>
    <message>
        <source>how old what it read was only the decision itself can say; watch the views it reads</source>
        <translation>wie alt das Gelesene war, kann nur die Entscheidung selbst sagen; die Read Models beobachten, die sie liest</translation>
    </message>
    <message>
        <source>it names no store and consumes nothing; say `store:` to get the tables it needs</source>
        <translation>es nennt keinen Speicher und konsumiert nichts; mit `store:` bekommt es die nötigen Tabellen</translation>
    </message>
    <message>
        <source>no target writes for the store {}; ask for one by name to get it all the same</source>
        <translation>kein Ziel schreibt für den Speicher {}; eines beim Namen nennen, um es trotzdem zu bekommen</translation>
    </message>
    <message>
        <source>another context before it has the same name; give it a name of its own</source>
        <translation>ein Kontext davor heißt ebenso; ihm einen eigenen Namen geben</translation>
    </message>
    <message>
        <source>`{}` cannot be a name: a / stands between a context and what is in it, and no name holds one, nor a \. Leave it away.</source>
        <translation>`{}` kann kein Name sein: Ein / steht zwischen einem Kontext und dem, was darin ist, und kein Name enthält eines, auch kein \. Es weglassen.</translation>
    </message>
    <message>
        <source>For {} changes reach {} later than the {} promised.</source>
        <translation>{} lang erreichen Änderungen {} später als in den zugesagten {}.</translation>
    </message>
    <message>
        <source>For {} changes reach {} later than the {} promised, {} in all.</source>
        <translation>{} lang erreichen Änderungen {} später als in den zugesagten {}, insgesamt {}.</translation>
    </message>
    <message>
        <source>{} for {}</source>
        <translation>{} {} lang</translation>
    </message>
    <message>
        <source>{} promises {}: nothing is late.</source>
        <translation>{} sagt {} zu: Nichts ist verspätet.</translation>
    </message>
    <message>
        <source>Sooner or later changes come later than promised, and it stays so: {}.</source>
        <translation>Früher oder später kommen Änderungen später als zugesagt, und so bleibt es: {}.</translation>
    </message>
    <message>
        <source>Late too: {}.</source>
        <translation>Ebenfalls verspätet: {}.</translation>
    </message>
    <message>
        <source>Late too, but for how long nobody says: {}; declare the capacity of whoever takes the events on the way.</source>
        <translation>Ebenfalls verspätet, aber wie lange, sagt niemand: {}; die Kapazität derer deklarieren, die unterwegs die Events annehmen.</translation>
    </message>
    <message>
        <source>Late, but for how long nobody says: {}; declare the capacity of whoever takes the events on the way.</source>
        <translation>Verspätet, aber wie lange, sagt niemand: {}; die Kapazität derer deklarieren, die unterwegs die Events annehmen.</translation>
    </message>
    <message>
        <source>How fast they are worked off nobody says: declare the capacity of a consumer.</source>
        <translation>Wie schnell sie abgearbeitet werden, sagt niemand: Die Kapazität eines Consumers deklarieren.</translation>
    </message>
    <message>
        <source>{} takes less than what comes: it never catches up.</source>
        <translation>{} verarbeitet weniger, als ankommt: Aufgeholt wird nie.</translation>
    </message>
    <message>
        <source>All is worked off {} later; the slowest at it is {}, {} busy.</source>
        <translation>{} später ist alles abgearbeitet; am langsamsten dabei ist {}, zu {} beschäftigt.</translation>
    </message>
    <message>
        <source>What is known of is worked off {} later; the slowest at it is {}, {} busy.</source>
        <translation>{} später ist abgearbeitet, was bekannt ist; am langsamsten dabei ist {}, zu {} beschäftigt.</translation>
    </message>
    <message>
        <source>How fast these catch up nobody says: {}.</source>
        <translation>Wie schnell diese aufholen, sagt niemand: {}.</translation>
    </message>
    <message>
        <source>{} is not down: nothing waits.</source>
        <translation>{} ist nicht ausgefallen: Nichts wartet.</translation>
    </message>
    <message>
        <source>{} is down for {}: {} messages wait.</source>
        <translation>{} fällt für {} aus: {} Nachrichten warten.</translation>
    </message>
    <message>
        <source>{} is down for {}.</source>
        <translation>{} fällt für {} aus.</translation>
    </message>
    <message>
        <source>How many messages wait nobody says: declare the rate of its events.</source>
        <translation>Wie viele Nachrichten warten, sagt niemand: Die Rate der Events deklarieren.</translation>
    </message>
    <message>
        <source>Not counted, because nobody says at what rate they come: {}.</source>
        <translation>Nicht gezählt, weil niemand sagt, mit welcher Rate sie kommen: {}.</translation>
    </message>
    <message>
        <source>Sooner or later messages are lost: no channel keeps them for ever.</source>
        <translation>Früher oder später gehen Nachrichten verloren: Kein Kanal behält sie für immer.</translation>
    </message>
    <message>
        <source>Messages are lost: they are kept for less time than this takes.</source>
        <translation>Nachrichten gehen verloren: Sie werden kürzer aufbewahrt, als dies dauert.</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>later than {}</source>
        <translation>nach mehr als {}</translation>
    </message>
    <message>
        <source>within {}</source>
        <translation>binnen {}</translation>
    </message>
    <message>
        <source>Nobody says how long a change to {} takes to here: {} is not declared.</source>
        <translation>Wie lange eine Änderung an {} bis hierher braucht, sagt niemand: Nicht deklariert ist {}.</translation>
    </message>
    <message>
        <source>{} of the changes to {} never arrive here.</source>
        <translation>{} der Änderungen an {} kommen hier nie an.</translation>
    </message>
    <message>
        <source>{} of the changes to {} never arrive here after {}.</source>
        <translation>{} der Änderungen an {} kommen hier nach {} nie an.</translation>
    </message>
    <message>
        <source>{} of the changes to {} are here within {}.</source>
        <translation>{} der Änderungen an {} sind binnen {} hier.</translation>
    </message>
    <message>
        <source>{} of the changes to {} are here within {} after {}.</source>
        <translation>{} der Änderungen an {} sind binnen {} nach {} hier.</translation>
    </message>
    <message>
        <source>{} of the changes</source>
        <translation>{} der Änderungen</translation>
    </message>
    <message>
        <source>{} of the changes; in a view the share that it promises</source>
        <translation>{} der Änderungen; in einem Read Model der Anteil, den es zusagt</translation>
    </message>
    <message>
        <source>A change to {} is there</source>
        <translation>Eine Änderung an {} ist da</translation>
    </message>
    <message>
        <source>What if: {}. As the model is: {}</source>
        <translation>Was wäre wenn: {}. Wie das Modell ist: {}</translation>
    </message>
    <message>
        <source>The model has no file yet; save it under a name.</source>
        <translation>Das Modell hat noch keine Datei; unter einem Namen speichern.</translation>
    </message>
    <message>
        <source>No model is open; there is nothing to save.</source>
        <translation>Kein Modell ist offen; es gibt nichts zu speichern.</translation>
    </message>
    <message>
        <source>The model is saved, but the places of its shapes are not: {} is write-protected. Allow writing it (chmod u+w), then save again.</source>
        <translation>Das Modell ist gespeichert, die Orte seiner Formen nicht: {} ist schreibgeschützt. Das Schreiben erlauben (chmod u+w) und erneut speichern.</translation>
    </message>
    <message>
        <source>The model is saved, but the places of its shapes are not: {} could not be written ({}). Check the folder&apos;s rights and space, then save again.</source>
        <translation>Das Modell ist gespeichert, die Orte seiner Formen nicht: {} ließ sich nicht schreiben ({}). Rechte und Platz des Ordners prüfen und erneut speichern.</translation>
    </message>
    <message>
        <source>The folder {} is not there; nothing was written, and nothing is lost. Save again when it is back, or under another name.</source>
        <translation>Den Ordner {} gibt es nicht; nichts wurde geschrieben, und nichts ist verloren. Erneut speichern, sobald er wieder da ist, oder unter einem anderen Namen.</translation>
    </message>
    <message>
        <source>{} was changed on disk since it was read; nothing was written. Read the model again first.</source>
        <translation>{} wurde auf der Platte geändert, seit es gelesen wurde; nichts wurde geschrieben. Zuerst das Modell erneut lesen.</translation>
    </message>
    <message>
        <source>The model has no file {}; open it again.</source>
        <translation>Das Modell hat keine Datei {}; es erneut öffnen.</translation>
    </message>
    <message>
        <source>&apos;{}&apos; names no format for a chart. End the file&apos;s name in .svg or .png.</source>
        <translation>„{}“ nennt kein Format für ein Diagramm. Den Dateinamen auf .svg oder .png enden lassen.</translation>
    </message>
    <message>
        <source>{} could not be written: {}. Choose another place or make room there.</source>
        <translation>{} ließ sich nicht schreiben: {}. Einen anderen Ort wählen oder dort Platz schaffen.</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>The fact &apos;{}&apos; is not in this picture. Leave --focus away, or choose one that is near it.</source>
        <translation>Der Fakt „{}“ ist nicht in diesem Bild. --focus weglassen oder einen Fakt wählen, der nahe bei ihm liegt.</translation>
    </message>
    <message>
        <source>No fact of the model is called &quot;{}&quot;. {}</source>
        <translation>Kein Fakt des Modells heißt „{}“. {}</translation>
    </message>
    <message>
        <source>Name one as context/name.</source>
        <translation>Einen als Kontext/Name angeben.</translation>
    </message>
    <message>
        <source>Did you mean &quot;{}&quot;?</source>
        <translation>War „{}“ gemeint?</translation>
    </message>
    <message>
        <source>The layout program&apos;s answer makes no sense: {} Install Factline again, so that both programs are of one version.</source>
        <translation>Die Antwort des Layoutprogramms ergibt keinen Sinn: {} Factline neu installieren, damit beide Programme dieselbe Version haben.</translation>
    </message>
    <message>
        <source>Drawing was cancelled.</source>
        <translation>Das Zeichnen wurde abgebrochen.</translation>
    </message>
    <message>
        <source>&apos;{}&apos; names no picture format. End the file&apos;s name in one of {}.</source>
        <translation>„{}“ nennt kein Bildformat. Den Dateinamen auf eines von diesen enden lassen: {}.</translation>
    </message>
    <message>
        <source>Qt could not start a PDF.</source>
        <translation>Qt konnte kein PDF beginnen.</translation>
    </message>
    <message>
        <source>The picture is drawn at {} % of its size, because in full it would have {} million pixels. Draw a part of the model with a focus, or SVG or PDF, which have no pixels; `factline diagram --scale 1` gives all of them.</source>
        <translation>Das Bild ist auf {} % seiner Größe gezeichnet, weil es ganz {} Millionen Pixel hätte. Einen Teil des Modells mit einem Fokus zeichnen, oder SVG oder PDF, die keine Pixel haben; `factline diagram --scale 1` gibt alle aus.</translation>
    </message>
    <message>
        <source>A PNG&apos;s scale lies between 1 and 4.</source>
        <translation>Der Maßstab eines PNG liegt zwischen 1 und 4.</translation>
    </message>
    <message>
        <source>The picture would be {} x {} pixels, more than a PNG here may have. Use a smaller scale, a focus, SVG or PDF.</source>
        <translation>Das Bild hätte {} x {} Pixel, mehr als ein PNG hier haben darf. Einen kleineren Maßstab, einen Fokus, SVG oder PDF nehmen.</translation>
    </message>
    <message>
        <source>There is not enough memory for the picture. Use SVG or PDF.</source>
        <translation>Für das Bild reicht der Speicher nicht. SVG oder PDF nehmen.</translation>
    </message>
    <message>
        <source>Qt wrote an SVG that cannot be read. Use PDF or PNG.</source>
        <translation>Qt hat ein SVG geschrieben, das sich nicht lesen lässt. PDF oder PNG nehmen.</translation>
    </message>
    <message>
        <source>The layout program is missing: {}. Install Factline again, or build the target factline-layout.</source>
        <translation>Das Layoutprogramm fehlt: {}. Factline neu installieren oder das Ziel factline-layout bauen.</translation>
    </message>
    <message>
        <source>The layout program {} did not start: {}. Install Factline again.</source>
        <translation>Das Layoutprogramm {} ist nicht gestartet: {}. Factline neu installieren.</translation>
    </message>
    <message>
        <source>The layout was cancelled. Draw the model again when it suits you.</source>
        <translation>Das Anordnen wurde abgebrochen. Das Modell zu gegebener Zeit erneut zeichnen.</translation>
    </message>
    <message>
        <source>The layout took longer than {} s and was stopped. Draw a part of the model with a focus.</source>
        <translation>Das Anordnen dauerte länger als {} s und wurde beendet. Einen Teil des Modells mit einem Fokus zeichnen.</translation>
    </message>
    <message>
        <source>The layout program {} answered without an end and was stopped. Install Factline again.</source>
        <translation>Das Layoutprogramm {} antwortete ohne Ende und wurde beendet. Factline neu installieren.</translation>
    </message>
    <message>
        <source>The layout program crashed{}. Draw the model again; if it crashes again, draw a part of it with a focus and report the model.</source>
        <translation>Das Layoutprogramm ist abgestürzt{}. Das Modell erneut zeichnen; stürzt es wieder ab, einen Teil mit einem Fokus zeichnen und das Modell melden.</translation>
    </message>
    <message>
        <source>The layout program failed with exit code {}{}. Draw a part of the model with a focus, and report the model.</source>
        <translation>Das Layoutprogramm endete mit dem Code {}{}. Einen Teil des Modells mit einem Fokus zeichnen und das Modell melden.</translation>
    </message>
    <message>
        <source>it takes {}</source>
        <translation>es dauert {}</translation>
    </message>
    <message>
        <source>it takes for ever</source>
        <translation>es dauert ewig</translation>
    </message>
    <message>
        <source>it takes {} after {}</source>
        <translation>nach {1} dauert es {0}</translation>
    </message>
    <message>
        <source>it takes for ever after {}</source>
        <translation>nach {} dauert es ewig</translation>
    </message>
    <message>
        <source>{} within {}</source>
        <translation>{} innerhalb von {}</translation>
    </message>
    <message>
        <source>Unknown whether the promise is kept: {}</source>
        <translation>Ob die Zusage gehalten wird, ist nicht bekannt: {}</translation>
    </message>
    <message>
        <source>Promise kept for certain: {}; {}</source>
        <translation>Zusage sicher gehalten: {}; {}</translation>
    </message>
    <message>
        <source>Promise expected to be kept: {}; {}</source>
        <translation>Zusage voraussichtlich gehalten: {}; {}</translation>
    </message>
    <message>
        <source>Promise at risk: {}; {}</source>
        <translation>Zusage gefährdet: {}; {}</translation>
    </message>
    <message>
        <source>Promise that cannot be kept: {}; {}</source>
        <translation>Zusage nicht haltbar: {}; {}</translation>
    </message>
    <message>
        <source>There is no theme &quot;{}&quot;. Choose one of: {}.</source>
        <translation>Es gibt kein Farbschema „{}“. Eines von diesen wählen: {}.</translation>
    </message>
    <message>
        <source>Qt could not write a PDF. Use HTML.</source>
        <translation>Qt konnte kein PDF schreiben. HTML nehmen.</translation>
    </message>
    <message>
        <source>&apos;{}&apos; names no format of a document. End the file&apos;s name in {}.</source>
        <translation>„{}“ nennt kein Format eines Dokuments. Den Dateinamen so enden lassen: {}.</translation>
    </message>
    <message>
        <source>The database&apos;s URL cannot be understood. Write postgresql://user@host/database, with ?schema=name where the tables are in a schema of their own, or sqlite:path.</source>
        <translation>Die URL der Datenbank ist nicht zu verstehen. postgresql://nutzer@rechner/datenbank schreiben, mit ?schema=name, wo die Tabellen in einem eigenen Schema liegen, oder sqlite:pfad.</translation>
    </message>
    <message>
        <source>Qt&apos;s driver {} is missing. Install the package {}.</source>
        <translation>Der Qt-Treiber {} fehlt. Das Paket {} installieren.</translation>
    </message>
    <message>
        <source>There is no database {}; check its name.</source>
        <translation>Es gibt keine Datenbank {}; ihren Namen prüfen.</translation>
    </message>
    <message>
        <source>The database cannot be reached: {}</source>
        <translation>Die Datenbank ist nicht erreichbar: {}</translation>
    </message>
    <message>
        <source>{} sees no schema of that name in the database. Check its name in ?schema=, and that {} may use it.</source>
        <translation>{} sieht in der Datenbank kein Schema dieses Namens. Den Namen in ?schema= prüfen, und dass {} es benutzen darf.</translation>
    </message>
    <message>
        <source>{} sees no schema in the database. Check its name in ?schema=, and that {} may use it.</source>
        <translation>{} sieht in der Datenbank kein Schema. Den Namen in ?schema= prüfen, und dass {} es benutzen darf.</translation>
    </message>
    <message>
        <source>The database refuses a question: {}</source>
        <translation>Die Datenbank weist eine Frage ab: {}</translation>
    </message>
    <message>
        <source>Nothing is generated for {} yet.</source>
        <translation>Für {} wird noch nichts generiert.</translation>
    </message>
    <message>
        <source>{} neither publishes nor consumes an event, so its database has no contract.</source>
        <translation>{} veröffentlicht kein Event und konsumiert keines, also hat die Datenbank keinen Vertrag.</translation>
    </message>
    <message>
        <source>&apos;{}&apos; is no schedule. Write five fields, as in &quot;0 2 * * 1-5&quot;.</source>
        <translation>„{}“ ist kein Zeitplan. Fünf Felder schreiben, wie in &quot;0 2 * * 1-5&quot;.</translation>
    </message>
    <message>
        <source>There is no time zone &apos;{}&apos; on this machine. Write a name such as Europe/Berlin.</source>
        <translation>Auf diesem Rechner gibt es keine Zeitzone „{}“. Einen Namen wie Europe/Berlin schreiben.</translation>
    </message>
    <message>
        <source>The schedule &apos;{}&apos; never runs.</source>
        <translation>Der Zeitplan „{}“ läuft nie.</translation>
    </message>
    <message>
        <source>The layout file is no JSON.</source>
        <translation>Die Layoutdatei ist kein JSON.</translation>
    </message>
    <message>
        <source>The layout file is no JSON object.</source>
        <translation>Die Layoutdatei ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>The layout file has no &quot;format&quot;: 1.</source>
        <translation>Der Layoutdatei fehlt &quot;format&quot;: 1.</translation>
    </message>
    <message>
        <source>The layout file has format {}; this version of the program reads format 1. Use a newer one.</source>
        <translation>Die Layoutdatei hat das Format {}; diese Version des Programms liest Format 1. Eine neuere nehmen.</translation>
    </message>
    <message>
        <source>&quot;nodes&quot; of the layout file is not there or no object.</source>
        <translation>&quot;nodes&quot; fehlt in der Layoutdatei oder ist kein Objekt.</translation>
    </message>
    <message>
        <source>The position of &quot;{}&quot; is no [x, y] within a million.</source>
        <translation>Die Position von „{}“ ist kein [x, y] innerhalb einer Million.</translation>
    </message>
    <message>
        <source>{}: {} Mend the file, or delete it for a layout from scratch.</source>
        <translation>{}: {} Die Datei berichtigen oder löschen, um von Grund auf anzuordnen.</translation>
    </message>
    <message>
        <source>It is no file.</source>
        <translation>Es ist keine Datei.</translation>
    </message>
    <message>
        <source>It is larger than positions can be.</source>
        <translation>Sie ist größer, als Positionen sein können.</translation>
    </message>
    <message>
        <source>It cannot be opened.</source>
        <translation>Sie lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>understood otherwise</source>
        <translation>anders verstanden</translation>
    </message>
    <message>
        <source>asks the owner</source>
        <translation>fragt direkt</translation>
    </message>
    <message>
        <source>Nothing in the model is called &quot;{}&quot;. {}</source>
        <translation>Nichts im Modell heißt „{}“. {}</translation>
    </message>
    <message>
        <source>Name a context, or an element as context/name.</source>
        <translation>Einen Kontext nennen, oder ein Element als Kontext/Name.</translation>
    </message>
    <message>
        <source>a colon stands where none can; quote the text it belongs to, or begin a new line</source>
        <translation>Ein Doppelpunkt steht, wo keiner stehen kann; den Text, zu dem er gehört, in Anführungszeichen setzen oder eine neue Zeile beginnen</translation>
    </message>
    <message>
        <source>a key cannot stand here; begin a new line for it</source>
        <translation>Ein Schlüssel kann hier nicht stehen; eine neue Zeile für ihn beginnen</translation>
    </message>
    <message>
        <source>this line does not fit the lines above; check its indentation and its colon</source>
        <translation>Diese Zeile passt nicht zu den Zeilen darüber; ihre Einrückung und ihren Doppelpunkt prüfen</translation>
    </message>
    <message>
        <source>this line does not fit the list above; check its indentation and its dash</source>
        <translation>Diese Zeile passt nicht zur Liste darüber; ihre Einrückung und ihren Strich prüfen</translation>
    </message>
    <message>
        <source>a { is not closed by }, or a comma is missing before this</source>
        <translation>Ein { ist nicht durch } geschlossen, oder davor fehlt ein Komma</translation>
    </message>
    <message>
        <source>a [ is not closed by ], or a comma is missing before this</source>
        <translation>Ein [ ist nicht durch ] geschlossen, oder davor fehlt ein Komma</translation>
    </message>
    <message>
        <source>a tab indents this line; indent with spaces</source>
        <translation>Ein Tabulator rückt diese Zeile ein; mit Leerzeichen einrücken</translation>
    </message>
    <message>
        <source>a quotation mark is not closed</source>
        <translation>Ein Anführungszeichen ist nicht geschlossen</translation>
    </message>
    <message>
        <source>no such escape; inside double quotes write \\ for a backslash</source>
        <translation>Diese Maskierung gibt es nicht; in doppelten Anführungszeichen \\ für einen Backslash schreiben</translation>
    </message>
    <message>
        <source>a closing bracket without its opening one</source>
        <translation>Eine schließende Klammer ohne ihre öffnende</translation>
    </message>
    <message>
        <source>a list item cannot stand here; begin a new line for it</source>
        <translation>Ein Listeneintrag kann hier nicht stehen; eine neue Zeile für ihn beginnen</translation>
    </message>
    <message>
        <source>a text begun with | or &gt; starts on the next line</source>
        <translation>Ein mit | oder &gt; begonnener Text fängt in der nächsten Zeile an</translation>
    </message>
    <message>
        <source>a text cannot have this character here; put the text in quotes</source>
        <translation>Ein Text kann dieses Zeichen hier nicht haben; den Text in Anführungszeichen setzen</translation>
    </message>
    <message>
        <source>aliases (*name) are not part of the language; write the value out</source>
        <translation>Aliasse (*name) gehören nicht zur Sprache; den Wert ausschreiben</translation>
    </message>
    <message>
        <source>The control character U+{} cannot stand in a model; take it away.</source>
        <translation>Das Steuerzeichen U+{} kann in keinem Modell stehen; es entfernen.</translation>
    </message>
    <message>
        <source>The invisible character U+{} turns the direction of the text around it, so that what is read is not what is shown; take it away, or write \u{} in double quotes where it is meant.</source>
        <translation>Das unsichtbare Zeichen U+{} dreht die Richtung des Textes um sich, sodass anderes gelesen als gezeigt wird; es entfernen, oder \u{} in doppelten Anführungszeichen schreiben, wo es gemeint ist.</translation>
    </message>
    <message>
        <source>The character U+{} cannot be seen, so that words that look the same are not; take it away, or write \u{} in double quotes where it is meant.</source>
        <translation>Das Zeichen U+{} ist nicht zu sehen, sodass gleich aussehende Wörter nicht gleich sind; es entfernen, oder \u{} in doppelten Anführungszeichen schreiben, wo es gemeint ist.</translation>
    </message>
    <message>
        <source>These bytes are no UTF-8 text; save the file in UTF-8.</source>
        <translation>Diese Bytes sind kein UTF-8-Text; die Datei in UTF-8 speichern.</translation>
    </message>
    <message>
        <source>This cannot be read as YAML: {}.</source>
        <translation>Das lässt sich nicht als YAML lesen: {}.</translation>
    </message>
    <message>
        <source>From here on more than {} KiB belong to one bracket, text or comment; write it in block style, one key a line.</source>
        <translation>Von hier an gehören mehr als {} KiB zu einer Klammer, einem Text oder Kommentar; im Blockstil schreiben, ein Schlüssel je Zeile.</translation>
    </message>
    <message>
        <source>The file is larger than {} MiB; split the model into several files with include.</source>
        <translation>Die Datei ist größer als {} MiB; das Modell mit include auf mehrere Dateien verteilen.</translation>
    </message>
    <message>
        <source>The file is in UTF-16; save it in UTF-8.</source>
        <translation>Die Datei ist in UTF-16; sie in UTF-8 speichern.</translation>
    </message>
    <message>
        <source>&apos;{}&apos; leads nowhere. Write the keys down to a value as the model nests them, as in contexts.orders.publishing.lag.poll.</source>
        <translation>„{}“ führt nirgendwohin. Die Schlüssel bis zu einem Wert so schreiben, wie das Modell sie verschachtelt, wie in contexts.orders.publishing.lag.poll.</translation>
    </message>
    <message>
        <source>the keys of a subscription</source>
        <translation>die Schlüssel eines Abonnements</translation>
    </message>
    <message>
        <source>a fixed lag</source>
        <translation>eine feste Verzögerung</translation>
    </message>
    <message>
        <source>a lag by quantiles</source>
        <translation>eine Verzögerung aus Quantilen</translation>
    </message>
    <message>
        <source>a polling lag</source>
        <translation>eine Verzögerung durch Abfragen</translation>
    </message>
    <message>
        <source>a scheduled lag</source>
        <translation>eine Verzögerung nach Zeitplan</translation>
    </message>
    <message>
        <source>a windowed lag</source>
        <translation>eine Verzögerung durch Sammeln</translation>
    </message>
    <message>
        <source>`{}` does not go with {}: a lag has one form; write two hops as a list.</source>
        <translation>`{}` und {} gehen nicht zusammen: Eine Verzögerung hat eine Form; zwei Schritte als Liste schreiben.</translation>
    </message>
    <message>
        <source>`{}` ({}) is below `{}` ({}), which cannot be: swap them, or correct one of the two.</source>
        <translation>`{}` ({}) liegt unter `{}` ({}), was nicht sein kann: beide tauschen oder einen von ihnen berichtigen.</translation>
    </message>
    <message>
        <source>{fixed: 250ms}, {p50: 13ms, p99: 32ms}, {poll: 500ms}, {cron: &quot;0 2 * * *&quot;} or {window: 30s}</source>
        <translation>{fixed: 250ms}, {p50: 13ms, p99: 32ms}, {poll: 500ms}, {cron: &quot;0 2 * * *&quot;} oder {window: 30s}</translation>
    </message>
    <message>
        <source>a lag</source>
        <translation>eine Verzögerung</translation>
    </message>
    <message>
        <source>write {fixed: {}}.</source>
        <translation>{fixed: {}} schreiben.</translation>
    </message>
    <message>
        <source>a lag, as {}</source>
        <translation>eine Verzögerung wie {}</translation>
    </message>
    <message>
        <source>This lag does not say how long; write {}.</source>
        <translation>Diese Verzögerung sagt nicht, wie lang sie ist; {} schreiben.</translation>
    </message>
    <message>
        <source>names of fields, each with its type</source>
        <translation>Namen von Feldern, jeder mit seinem Typ</translation>
    </message>
    <message>
        <source>names, each with its fields</source>
        <translation>Namen, jeder mit seinen Feldern</translation>
    </message>
    <message>
        <source>events, each with the keys of a subscription (Event: {})</source>
        <comment>{}</comment>
        <translation>Events, jedes mit den Schlüsseln eines Abonnements (Event: {})</translation>
    </message>
    <message>
        <source>a list of events, or events with the keys of a subscription</source>
        <translation>eine Liste von Events, oder Events mit den Schlüsseln eines Abonnements</translation>
    </message>
    <message>
        <source>an event</source>
        <translation>ein Event</translation>
    </message>
    <message>
        <source>views or facts, each with its own keys (completed-orders: {})</source>
        <comment>{}</comment>
        <translation>Read Models oder Fakten, jedes mit eigenen Schlüsseln (completed-orders: {})</translation>
    </message>
    <message>
        <source>keys of its own</source>
        <translation>eigene Schlüssel</translation>
    </message>
    <message>
        <source>contexts, each with a relation (payments: customer-supplier)</source>
        <translation>Kontexte, jeder mit einer Beziehung (payments: customer-supplier)</translation>
    </message>
    <message>
        <source>names, each with its own keys</source>
        <translation>Namen, jeder mit eigenen Schlüsseln</translation>
    </message>
    <message>
        <source>The file is empty; begin it with factline: 1.</source>
        <translation>Die Datei ist leer; sie mit factline: 1 beginnen.</translation>
    </message>
    <message>
        <source>A model is keys and values; begin it with factline: 1.</source>
        <translation>Ein Modell besteht aus Schlüsseln und Werten; es mit factline: 1 beginnen.</translation>
    </message>
    <message>
        <source>The file does not say which format it is in; begin it with {}: {}.</source>
        <translation>Die Datei sagt nicht, in welchem Format sie ist; sie mit {}: {} beginnen.</translation>
    </message>
    <message>
        <source>The file is in format {}, which is newer than this program, which reads format {}; update Factline.</source>
        <translation>Die Datei ist im Format {} und damit neuer als dieses Programm, das Format {} liest; Factline aktualisieren.</translation>
    </message>
    <message>
        <source>the number {}, the format this program reads</source>
        <translation>die Zahl {}, das Format, das dieses Programm liest</translation>
    </message>
    <message>
        <source>`{}` belongs in the root file {}; an included file holds claims, contexts, audiences, hotspots and waivers only.</source>
        <translation>`{}` gehört in die Wurzeldatei {}; eine eingebundene Datei enthält nur Aussagen, Kontexte, Zielgruppen, Hotspots und Ausnahmen.</translation>
    </message>
    <message>
        <source>An included file</source>
        <translation>Eine eingebundene Datei</translation>
    </message>
    <message>
        <source>The claim `{}` is already given in {}, which counts; this one is left out. Keep it in one of the two files.</source>
        <translation>Die Aussage `{}` steht schon in {}, und das zählt; diese bleibt weg. Sie in einer der beiden Dateien behalten.</translation>
    </message>
    <message>
        <source>The context `{}` is already given in {}, which counts; this one is left out. Keep it in one of the two files.</source>
        <translation>Der Kontext `{}` steht schon in {}, und das zählt; dieser bleibt weg. Ihn in einer der beiden Dateien behalten.</translation>
    </message>
    <message>
        <source>More than {} patterns; let one stand for several files with *.</source>
        <translation>Mehr als {} Muster; eines mit * für mehrere Dateien stehen lassen.</translation>
    </message>
    <message>
        <source>`{}` matches only this file itself, which is not included again; name the files it is to include, or take the pattern away.</source>
        <translation>`{}` trifft nur diese Datei selbst, die nicht noch einmal eingebunden wird; die Dateien nennen, die sie einbinden soll, oder das Muster entfernen.</translation>
    </message>
    <message>
        <source>No file matches `{}`; create one, or take the pattern away.</source>
        <translation>Keine Datei passt zu `{}`; eine anlegen oder das Muster entfernen.</translation>
    </message>
    <message>
        <source>There are more problems; these are the first 1000.</source>
        <translation>Es gibt weitere Probleme; dies sind die ersten 1000.</translation>
    </message>
    <message>
        <source>`{}`: {}</source>
        <translation>`{}`: {}</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>einen Text</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a whole number of 1 or more</source>
        <translation>eine ganze Zahl ab 1</translation>
    </message>
    <message>
        <source>a name, or context/name for one of another context</source>
        <translation>einen Namen, oder Kontext/Name für einen aus einem anderen Kontext</translation>
    </message>
    <message>
        <source>a duration, as 500ms, 30s or 1h30m</source>
        <translation>eine Dauer wie 500ms, 30s oder 1h30m</translation>
    </message>
    <message>
        <source>a rate, as 20/s or 300/min</source>
        <translation>eine Rate wie 20/s oder 300/min</translation>
    </message>
    <message>
        <source>a share, as 99%</source>
        <translation>einen Anteil wie 99%</translation>
    </message>
    <message>
        <source>a type, as uuid or decimal(12,2)</source>
        <translation>einen Typ wie uuid oder decimal(12,2)</translation>
    </message>
    <message>
        <source>a date, as 2027-03-31</source>
        <translation>ein Datum wie 2027-03-31</translation>
    </message>
    <message>
        <source>a date that exists, as 2027-03-31</source>
        <translation>ein Datum, das es gibt, wie 2027-03-31</translation>
    </message>
    <message>
        <source>the word owner</source>
        <translation>das Wort owner</translation>
    </message>
    <message>
        <source>`{}` cannot be a name: a / stands between a context and what is in it, and no name holds one, nor a \; give it a name like available-to-promise.</source>
        <translation>`{}` kann kein Name sein: Ein / steht zwischen einem Kontext und dem, was darin ist, und kein Name enthält eines, auch kein \; einen Namen wie available-to-promise geben.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>the text &quot;{}&quot;</source>
        <translation>den Text „{}“</translation>
    </message>
    <message>
        <source>An item of `{}` has no value; give it {}, or take the item away.</source>
        <translation>Ein Eintrag von `{}` hat keinen Wert; {} angeben oder den Eintrag entfernen.</translation>
    </message>
    <message>
        <source>`{}` has no value; give it {}, or take the key away.</source>
        <translation>`{}` hat keinen Wert; {} angeben oder den Schlüssel entfernen.</translation>
    </message>
    <message>
        <source>`{}` wants {}, not {}.</source>
        <translation>`{}` erwartet {}, nicht {}.</translation>
    </message>
    <message>
        <source>`{}` wants {}, not {}; {}</source>
        <translation>`{}` erwartet {}, nicht {}; {}</translation>
    </message>
    <message>
        <source>{} has no key `{}`; did you mean `{}`?</source>
        <translation>{} hat keinen Schlüssel `{}`; war `{}` gemeint?</translation>
    </message>
    <message>
        <source>{} has no key `{}`; it can have {}. Keys of your own begin with x-.</source>
        <translation>{} hat keinen Schlüssel `{}`; möglich sind {}. Eigene Schlüssel beginnen mit x-.</translation>
    </message>
    <message>
        <source>`{}` lists {} twice; take one of them away.</source>
        <translation>`{}` führt {} zweimal auf; eines davon entfernen.</translation>
    </message>
    <message>
        <source>`{}` is given twice, first in line {}, which counts; take one of them away.</source>
        <translation>`{}` steht zweimal da, zuerst in Zeile {}, und das zählt; eines davon entfernen.</translation>
    </message>
    <message>
        <source>{} needs the key `{}`; add it.</source>
        <translation>{} braucht den Schlüssel `{}`; ihn ergänzen.</translation>
    </message>
    <message>
        <source>did you mean {}?</source>
        <translation>war {} gemeint?</translation>
    </message>
    <message>
        <source>write [{}].</source>
        <translation>[{}] schreiben.</translation>
    </message>
    <message>
        <source>A key is one word, not a list or keys of its own; text with { or [ in it needs quotes.</source>
        <translation>Ein Schlüssel ist ein Wort, keine Liste und keine eigenen Schlüssel; Text mit { oder [ darin braucht Anführungszeichen.</translation>
    </message>
    <message>
        <source>a list ([] where there is none)</source>
        <translation>eine Liste ([], wo es keine gibt)</translation>
    </message>
    <message>
        <source>a map of names and values</source>
        <translation>eine Zuordnung von Namen und Werten</translation>
    </message>
    <message>
        <source>{} or {}</source>
        <translation>{} oder {}</translation>
    </message>
    <message>
        <source>Its fields, by name; a type, or the keys of a payload field.</source>
        <translation>Seine Felder, nach Namen; ein Typ, oder die Schlüssel eines Payload-Felds.</translation>
    </message>
    <message>
        <source>The event it listens to.</source>
        <translation>Das Event, auf das es hört.</translation>
    </message>
    <message>
        <source>There is no field {}.</source>
        <translation>Es gibt kein Feld {}.</translation>
    </message>
    <message>
        <source>This is more than one value; put text with : or , in quotes.</source>
        <translation>Das ist mehr als ein Wert; Text mit : oder , in Anführungszeichen setzen.</translation>
    </message>
    <message>
        <source>`{}` is a link that leads out of the model&apos;s folder, so it is left out; put the file itself there.</source>
        <translation>`{}` ist ein Link, der aus dem Ordner des Modells führt, und bleibt deshalb weg; die Datei selbst dorthin legen.</translation>
    </message>
    <message>
        <source>`{}` is a link that leads out of the model&apos;s folder, so it is left out; put the folder itself there.</source>
        <translation>`{}` ist ein Link, der aus dem Ordner des Modells führt, und bleibt deshalb weg; den Ordner selbst dorthin legen.</translation>
    </message>
    <message>
        <source>More than {} files match; include fewer.</source>
        <translation>Mehr als {} Dateien passen; weniger einbinden.</translation>
    </message>
    <message>
        <source>An empty pattern includes nothing; write one like contexts/*.factline.yaml.</source>
        <translation>Ein leeres Muster bindet nichts ein; eines wie contexts/*.factline.yaml schreiben.</translation>
    </message>
    <message>
        <source>`{}` is an absolute path; a model includes files of its own folder only.</source>
        <translation>`{}` ist ein absoluter Pfad; ein Modell bindet nur Dateien des eigenen Ordners ein.</translation>
    </message>
    <message>
        <source>`{}` has a backslash; write / between folders.</source>
        <translation>`{}` hat einen Backslash; / zwischen Ordnern schreiben.</translation>
    </message>
    <message>
        <source>`{}` leads out of the model&apos;s folder; a model includes files of its own folder only.</source>
        <translation>`{}` führt aus dem Ordner des Modells; ein Modell bindet nur Dateien des eigenen Ordners ein.</translation>
    </message>
    <message>
        <source>`{}` has an empty part; write it like contexts/*.factline.yaml.</source>
        <translation>`{}` hat einen leeren Teil; wie contexts/*.factline.yaml schreiben.</translation>
    </message>
    <message>
        <source>`{}` goes more than 16 folders deep; put the files nearer.</source>
        <translation>`{}` geht mehr als 16 Ordner tief; die Dateien näher ablegen.</translation>
    </message>
    <message>
        <source>The folder {} cannot be read.</source>
        <translation>Der Ordner {} lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>ein Ordner</translation>
    </message>
    <message>
        <source>a pipe</source>
        <translation>eine Pipe</translation>
    </message>
    <message>
        <source>a socket</source>
        <translation>ein Socket</translation>
    </message>
    <message>
        <source>a device</source>
        <translation>ein Gerät</translation>
    </message>
    <message>
        <source>no file</source>
        <translation>keine Datei</translation>
    </message>
    <message>
        <source>There is no file {}; check its name.</source>
        <translation>Es gibt keine Datei {}; ihren Namen prüfen.</translation>
    </message>
    <message>
        <source>{} cannot be reached ({}); check its name and rights.</source>
        <translation>{} ist nicht erreichbar ({}); Namen und Rechte prüfen.</translation>
    </message>
    <message>
        <source>{} is {}; give a file that ends in .factline.yaml, or the folder of a model. What another program prints has to be saved in a file first.</source>
        <translation>{} ist {}; eine Datei angeben, die auf .factline.yaml endet, oder den Ordner eines Modells. Was ein anderes Programm ausgibt, muss erst in einer Datei gespeichert werden.</translation>
    </message>
    <message>
        <source>{} cannot be opened; check its rights.</source>
        <translation>{} lässt sich nicht öffnen; die Rechte prüfen.</translation>
    </message>
    <message>
        <source>{} is larger than {} MiB; split the model into several files with include.</source>
        <translation>{} ist größer als {} MiB; das Modell mit include auf mehrere Dateien verteilen.</translation>
    </message>
    <message>
        <source>{} could not be read to its end.</source>
        <translation>{} ließ sich nicht bis zum Ende lesen.</translation>
    </message>
    <message>
        <source>The model&apos;s files are more than {} or larger than {} MiB together; a model of that size cannot be opened.</source>
        <translation>Die Dateien des Modells sind mehr als {} oder zusammen größer als {} MiB; ein Modell dieser Größe lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>The name of the model&apos;s file is empty; give a file that ends in .factline.yaml, or the folder of a model.</source>
        <translation>Der Dateiname des Modells ist leer; eine Datei angeben, die auf .factline.yaml endet, oder den Ordner eines Modells.</translation>
    </message>
    <message>
        <source>The folder {} has no model.factline.yaml; give the file itself, or the folder of a model.</source>
        <translation>Der Ordner {} hat keine model.factline.yaml; die Datei selbst angeben, oder den Ordner eines Modells.</translation>
    </message>
    <message>
        <source>{} cannot be changed in place. Save the model under another name and compare the two.</source>
        <translation>{} lässt sich nicht an Ort und Stelle ändern. Das Modell unter einem anderen Namen speichern und beide vergleichen.</translation>
    </message>
    <message>
        <source>The change cannot be written into {} without losing something; the file stays as it is. Change it in the text, or write it in block style first.</source>
        <translation>Die Änderung lässt sich nicht ohne Verlust in {} schreiben; die Datei bleibt, wie sie ist. Sie im Text ändern oder zuerst im Blockstil schreiben.</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>die Datei</translation>
    </message>
    <message>
        <source>{} was written anew, because it could not be changed in place; its comments stand above it.</source>
        <translation>{} wurde neu geschrieben, weil eine Änderung an Ort und Stelle nicht möglich war; die Kommentare stehen darüber.</translation>
    </message>
    <message>
        <source>An element without a name</source>
        <translation>Ein Element ohne Namen</translation>
    </message>
    <message>
        <source>A copy</source>
        <translation>Eine Kopie</translation>
    </message>
    <message>
        <source>A payload field&apos;s value that is copied from a fact of another context.</source>
        <translation>Der Wert eines Payload-Felds, der von einem Fakt eines anderen Kontexts kopiert ist.</translation>
    </message>
    <message>
        <source>The fact it is copied from, as context/fact.</source>
        <translation>Der Fakt, von dem kopiert wird, als Kontext/Fakt.</translation>
    </message>
    <message>
        <source>The payload field that says how old the copy is.</source>
        <translation>Das Payload-Feld, das sagt, wie alt die Kopie ist.</translation>
    </message>
    <message>
        <source>A payload field</source>
        <translation>Ein Payload-Feld</translation>
    </message>
    <message>
        <source>One field of a payload or of a value object: its type alone, or these keys.</source>
        <translation>Ein Feld einer Payload oder eines Value Objects: nur sein Typ, oder diese Schlüssel.</translation>
    </message>
    <message>
        <source>string, integer, long, decimal(12,2), boolean, uuid, date, timestamp, duration, bytes, enum[A, B], list&lt;T&gt;, map&lt;T&gt;, or a name under types.</source>
        <translation>string, integer, long, decimal(12,2), boolean, uuid, date, timestamp, duration, bytes, enum[A, B], list&lt;T&gt;, map&lt;T&gt;, oder ein Name unter types.</translation>
    </message>
    <message>
        <source>What it means, in a sentence.</source>
        <translation>Was es bedeutet, in einem Satz.</translation>
    </message>
    <message>
        <source>Whether it may be missing.</source>
        <translation>Ob es fehlen darf.</translation>
    </message>
    <message>
        <source>The value that holds where it is missing.</source>
        <translation>Der Wert, der gilt, wo es fehlt.</translation>
    </message>
    <message>
        <source>Whether it is about people, or confidential.</source>
        <translation>Ob es von Menschen handelt oder vertraulich ist.</translation>
    </message>
    <message>
        <source>the fact&apos;s</source>
        <translation>wie beim Fakt</translation>
    </message>
    <message>
        <source>The event&apos;s version that brought it.</source>
        <translation>Die Version des Events, die es brachte.</translation>
    </message>
    <message>
        <source>the first</source>
        <translation>die erste</translation>
    </message>
    <message>
        <source>Why it may leave its context.</source>
        <translation>Warum es seinen Kontext verlassen darf.</translation>
    </message>
    <message>
        <source>The fact of another context that it is a copy of.</source>
        <translation>Der Fakt eines anderen Kontexts, dessen Kopie es ist.</translation>
    </message>
    <message>
        <source>A table mapping</source>
        <translation>Eine Tabellenabbildung</translation>
    </message>
    <message>
        <source>Where an event of change data capture (cdc) comes from.</source>
        <translation>Woher ein Event aus Change Data Capture (cdc) kommt.</translation>
    </message>
    <message>
        <source>The table whose changes become the event.</source>
        <translation>Die Tabelle, deren Änderungen zum Event werden.</translation>
    </message>
    <message>
        <source>The condition under which a change becomes the event, in SQL.</source>
        <translation>Die Bedingung, unter der eine Änderung zum Event wird, in SQL.</translation>
    </message>
    <message>
        <source>every change</source>
        <translation>jede Änderung</translation>
    </message>
    <message>
        <source>An event</source>
        <translation>Ein Event</translation>
    </message>
    <message>
        <source>What a context announces to others: something that has happened.</source>
        <translation>Was ein Kontext anderen ankündigt: etwas, das geschehen ist.</translation>
    </message>
    <message>
        <source>The number of its schema, counted from 1.</source>
        <translation>Die Nummer seines Schemas, ab 1 gezählt.</translation>
    </message>
    <message>
        <source>What has happened, in a sentence.</source>
        <translation>Was geschehen ist, in einem Satz.</translation>
    </message>
    <message>
        <source>The facts whose change it announces.</source>
        <translation>Die Fakten, deren Änderung es ankündigt.</translation>
    </message>
    <message>
        <source>The claims it makes. An empty list says that it makes none.</source>
        <translation>Die Aussagen, die es zusagt. Eine leere Liste heißt, dass es keine zusagt.</translation>
    </message>
    <message>
        <source>undeclared</source>
        <translation>nicht deklariert</translation>
    </message>
    <message>
        <source>The claims that it must not be taken for. An empty list says that there are none.</source>
        <translation>Die Aussagen, die niemand hineinlesen darf. Eine leere Liste heißt, dass es keine gibt.</translation>
    </message>
    <message>
        <source>Whether it can be taken back later.</source>
        <translation>Ob es später zurückgenommen werden kann.</translation>
    </message>
    <message>
        <source>The events that take it back.</source>
        <translation>Die Events, die es zurücknehmen.</translation>
    </message>
    <message>
        <source>public: other contexts may consume it; private: only its own.</source>
        <translation>public: Andere Kontexte dürfen es konsumieren; private: nur der eigene.</translation>
    </message>
    <message>
        <source>What its schema promises from one version to the next; ...-transitive: to all of them.</source>
        <translation>Was sein Schema von einer Version zur nächsten zusagt; ...-transitive: zu allen.</translation>
    </message>
    <message>
        <source>The channel it travels on.</source>
        <translation>Der Kanal, auf dem es läuft.</translation>
    </message>
    <message>
        <source>How many there are, as 20/s.</source>
        <translation>Wie viele es gibt, wie 20/s.</translation>
    </message>
    <message>
        <source>How many there are in the busiest hour, as 300/s.</source>
        <translation>Wie viele es in der stärksten Stunde gibt, wie 300/s.</translation>
    </message>
    <message>
        <source>Announces or asserts on purpose what another context owns.</source>
        <translation>Kündigt mit Absicht an oder sagt zu, was einem anderen Kontext gehört.</translation>
    </message>
    <message>
        <source>Where it comes from with change data capture (cdc).</source>
        <translation>Woher es bei Change Data Capture (cdc) kommt.</translation>
    </message>
    <message>
        <source>How it is published, where it differs from its context.</source>
        <translation>Wie es veröffentlicht wird, wo es vom Kontext abweicht.</translation>
    </message>
    <message>
        <source>the context&apos;s</source>
        <translation>wie beim Kontext</translation>
    </message>
    <message>
        <source>A waiver</source>
        <translation>Eine Ausnahme</translation>
    </message>
    <message>
        <source>A finding that somebody has decided to live with, for a reason and until a day. The check leaves it out and counts it.</source>
        <translation>Ein Problem, das jemand hinzunehmen beschlossen hat, aus einem Grund und bis zu einem Tag. Die Prüfung lässt es weg und zählt es.</translation>
    </message>
    <message>
        <source>The rule whose finding is waived.</source>
        <translation>Die Regel, deren Problem hingenommen wird.</translation>
    </message>
    <message>
        <source>What it is about, as the check names it (`orders/OrderCompleted`). Only in the list of the whole model; a waiver on an element is about that element.</source>
        <translation>Wovon sie handelt, wie die Prüfung es nennt (`orders/OrderCompleted`). Nur in der Liste des ganzen Modells; eine Ausnahme an einem Element handelt von diesem Element.</translation>
    </message>
    <message>
        <source>Why the finding may stand.</source>
        <translation>Warum das Problem stehen darf.</translation>
    </message>
    <message>
        <source>Who decided it.</source>
        <translation>Wer es entschieden hat.</translation>
    </message>
    <message>
        <source>The last day on which it holds, as 2027-03-31.</source>
        <translation>Der letzte Tag, an dem sie gilt, wie 2027-03-31.</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>ohne Ende</translation>
    </message>
    <message>
        <source>Earlier names. Comparing and the positions of the picture follow the element by them.</source>
        <translation>Frühere Namen. An ihnen folgen Vergleich und Positionen im Bild dem Element.</translation>
    </message>
    <message>
        <source>The first stage of the migration in which it exists.</source>
        <translation>Die erste Stufe der Migration, in der es existiert.</translation>
    </message>
    <message>
        <source>the first stage</source>
        <translation>die erste Stufe</translation>
    </message>
    <message>
        <source>The first stage of the migration in which it is gone.</source>
        <translation>Die erste Stufe der Migration, in der es weg ist.</translation>
    </message>
    <message>
        <source>What is not clear about it yet, one text each.</source>
        <translation>Was daran noch nicht klar ist, je ein Text.</translation>
    </message>
    <message>
        <source>Findings about it that somebody has decided to live with.</source>
        <translation>Probleme damit, die jemand hinzunehmen beschlossen hat.</translation>
    </message>
    <message>
        <source>A lag</source>
        <translation>Eine Verzögerung</translation>
    </message>
    <message>
        <source>How long one hop takes. A list of them means hops one after another. Each has one of five forms - fixed, quantiles, poll, cron, window - and may say on what the number rests.</source>
        <translation>Wie lange ein Schritt dauert. Eine Liste heißt Schritte nacheinander. Jeder hat eine von fünf Formen – fest, Quantile, poll, cron, window – und darf sagen, worauf die Zahl beruht.</translation>
    </message>
    <message>
        <source>On what the number rests.</source>
        <translation>Worauf die Zahl beruht.</translation>
    </message>
    <message>
        <source>Where the number comes from: a measurement, a page, a person.</source>
        <translation>Woher die Zahl kommt: eine Messung, eine Seite, ein Mensch.</translation>
    </message>
    <message>
        <source>The class of lag it counts under.</source>
        <translation>Die Klasse, unter der die Verzögerung zählt.</translation>
    </message>
    <message>
        <source>what its place implies</source>
        <translation>was sein Ort nahelegt</translation>
    </message>
    <message>
        <source>A fixed lag</source>
        <translation>Eine feste Verzögerung</translation>
    </message>
    <message>
        <source>Always exactly this long.</source>
        <translation>Immer genau so lang.</translation>
    </message>
    <message>
        <source>How long it always takes.</source>
        <translation>Wie lange es immer dauert.</translation>
    </message>
    <message>
        <source>A lag by quantiles</source>
        <translation>Eine Verzögerung aus Quantilen</translation>
    </message>
    <message>
        <source>Known by its quantiles, in rising order.</source>
        <translation>Durch seine Quantile bekannt, in steigender Reihenfolge.</translation>
    </message>
    <message>
        <source>Half of all changes are faster than this.</source>
        <translation>Die Hälfte aller Änderungen ist schneller.</translation>
    </message>
    <message>
        <source>99 of 100 changes are faster than this.</source>
        <translation>99 von 100 Änderungen sind schneller.</translation>
    </message>
    <message>
        <source>999 of 1000 changes are faster than this.</source>
        <translation>999 von 1000 Änderungen sind schneller.</translation>
    </message>
    <message>
        <source>No change ever takes longer.</source>
        <translation>Keine Änderung dauert je länger.</translation>
    </message>
    <message>
        <source>A polling lag</source>
        <translation>Eine Verzögerung durch Abfragen</translation>
    </message>
    <message>
        <source>Waits for the next look at the source, then works.</source>
        <translation>Wartet auf den nächsten Blick in die Quelle, arbeitet dann.</translation>
    </message>
    <message>
        <source>The time between two looks at the source.</source>
        <translation>Die Zeit zwischen zwei Blicken in die Quelle.</translation>
    </message>
    <message>
        <source>fixedRate: looks at fixed times; fixedDelay: waits this long after the work is done.</source>
        <translation>fixedRate: sieht zu festen Zeiten nach; fixedDelay: wartet so lange, nachdem die Arbeit getan ist.</translation>
    </message>
    <message>
        <source>How long the work takes once something is found.</source>
        <translation>Wie lange die Arbeit dauert, sobald etwas gefunden ist.</translation>
    </message>
    <message>
        <source>A scheduled lag</source>
        <translation>Eine Verzögerung nach Zeitplan</translation>
    </message>
    <message>
        <source>Waits for the next run of a schedule, then runs.</source>
        <translation>Wartet auf den nächsten Lauf eines Zeitplans, läuft dann.</translation>
    </message>
    <message>
        <source>Five fields: minute, hour, day of month, month, day of week.</source>
        <translation>Fünf Felder: Minute, Stunde, Tag des Monats, Monat, Wochentag.</translation>
    </message>
    <message>
        <source>An IANA time zone, as Europe/Berlin.</source>
        <translation>Eine IANA-Zeitzone wie Europe/Berlin.</translation>
    </message>
    <message>
        <source>How long one run takes.</source>
        <translation>Wie lange ein Lauf dauert.</translation>
    </message>
    <message>
        <source>A windowed lag</source>
        <translation>Eine Verzögerung durch Sammeln</translation>
    </message>
    <message>
        <source>Collected over a window: a producer&apos;s linger, a cache&apos;s lifetime, a tumbling window.</source>
        <translation>Über ein Fenster gesammelt: das Linger eines Producers, die Lebensdauer eines Caches, ein Tumbling Window.</translation>
    </message>
    <message>
        <source>How long changes are collected.</source>
        <translation>Wie lange Änderungen gesammelt werden.</translation>
    </message>
    <message>
        <source>The lint settings</source>
        <translation>Die Lint-Einstellungen</translation>
    </message>
    <message>
        <source>Which rules count, and how much.</source>
        <translation>Welche Regeln zählen, und wie viel.</translation>
    </message>
    <message>
        <source>The set of rules to begin with.</source>
        <translation>Der Satz von Regeln, mit dem es beginnt.</translation>
    </message>
    <message>
        <source>what holds around it; standard</source>
        <translation>was darum herum gilt; standard</translation>
    </message>
    <message>
        <source>A rule and how much it weighs: off, hint, warning or error.</source>
        <translation>Eine Regel und wie schwer sie wiegt: off, hint, warning oder error.</translation>
    </message>
    <message>
        <source>A reliance</source>
        <translation>Ein Eintrag unter reliesOn</translation>
    </message>
    <message>
        <source>A claim that a consumer takes an event to make: the claim alone, or these keys.</source>
        <translation>Eine Aussage, die ein Consumer in einem Event liest: nur die Aussage, oder diese Schlüssel.</translation>
    </message>
    <message>
        <source>The claim that must hold.</source>
        <translation>Die Aussage, die gelten muss.</translation>
    </message>
    <message>
        <source>What the consumer needs: final where it cannot take back.</source>
        <translation>Was der Consumer braucht: final, wo er nichts zurücknehmen kann.</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>A capacity</source>
        <translation>Eine Kapazität</translation>
    </message>
    <message>
        <source>How much a consumer can take.</source>
        <translation>Wie viel ein Consumer schafft.</translation>
    </message>
    <message>
        <source>How long one message takes.</source>
        <translation>Wie lange eine Nachricht dauert.</translation>
    </message>
    <message>
        <source>How many work side by side.</source>
        <translation>Wie viele nebeneinander arbeiten.</translation>
    </message>
    <message>
        <source>A subscription</source>
        <translation>Ein Abonnement</translation>
    </message>
    <message>
        <source>One consumer&apos;s side of one event: what it takes the event to mean and how it handles it.</source>
        <translation>Die Seite eines Consumers an einem Event: was er darunter versteht und wie er damit umgeht.</translation>
    </message>
    <message>
        <source>The version of the event that it was written for.</source>
        <translation>Die Version des Events, für die es geschrieben wurde.</translation>
    </message>
    <message>
        <source>The claims it takes the event to make. An empty list says that it relies on none.</source>
        <translation>Die Aussagen, auf die es sich beim Event verlässt. Eine leere Liste heißt: auf keine.</translation>
    </message>
    <message>
        <source>What the consumer takes the event to mean.</source>
        <translation>Was der Consumer unter dem Event versteht.</translation>
    </message>
    <message>
        <source>How long it takes from the channel until the change has its effect.</source>
        <translation>Wie lange es vom Kanal dauert, bis die Änderung wirkt.</translation>
    </message>
    <message>
        <source>How much it can take.</source>
        <translation>Wie viel es schafft.</translation>
    </message>
    <message>
        <source>Whether the events of one key must come in order.</source>
        <translation>Ob die Events eines Schlüssels in Reihenfolge kommen müssen.</translation>
    </message>
    <message>
        <source>What tells the order: sequence, or a payload field.</source>
        <translation>Was die Reihenfolge sagt: sequence, oder ein Payload-Feld.</translation>
    </message>
    <message>
        <source>sequence where order is needed</source>
        <translation>sequence, wo Reihenfolge nötig ist</translation>
    </message>
    <message>
        <source>What happens when the same event comes twice.</source>
        <translation>Was geschieht, wenn dasselbe Event zweimal kommt.</translation>
    </message>
    <message>
        <source>What happens to an event that cannot be handled: put aside, wait for help, or leave it out.</source>
        <translation>Was mit einem Event geschieht, das sich nicht verarbeiten lässt: beiseitelegen, auf Hilfe warten oder auslassen.</translation>
    </message>
    <message>
        <source>A freshness promise</source>
        <translation>Eine Zusage zur Aktualität</translation>
    </message>
    <message>
        <source>So many of all changes are visible within so much time.</source>
        <translation>So viele von allen Änderungen sind innerhalb so langer Zeit sichtbar.</translation>
    </message>
    <message>
        <source>How much time may pass until a change is visible.</source>
        <translation>Wie viel Zeit vergehen darf, bis eine Änderung sichtbar ist.</translation>
    </message>
    <message>
        <source>The share of all changes for which that holds.</source>
        <translation>Der Anteil aller Änderungen, für den das gilt.</translation>
    </message>
    <message>
        <source>The time over which the share is counted.</source>
        <translation>Die Zeit, über die der Anteil gezählt wird.</translation>
    </message>
    <message>
        <source>A fact further upstream from whose change on it is measured.</source>
        <translation>Ein Fakt weiter oben im Fluss, von dessen Änderung an gemessen wird.</translation>
    </message>
    <message>
        <source>the change of what the view shows</source>
        <translation>die Änderung dessen, was das Read Model zeigt</translation>
    </message>
    <message>
        <source>A reconciliation</source>
        <translation>Ein Abgleich</translation>
    </message>
    <message>
        <source>How a view is compared with its source again and again, and mended.</source>
        <translation>Wie ein Read Model immer wieder mit seiner Quelle verglichen und berichtigt wird.</translation>
    </message>
    <message>
        <source>The time between two runs.</source>
        <translation>Die Zeit zwischen zwei Läufen.</translation>
    </message>
    <message>
        <source>The fact it is compared with.</source>
        <translation>Der Fakt, mit dem verglichen wird.</translation>
    </message>
    <message>
        <source>How long a difference may last before it counts.</source>
        <translation>Wie lange ein Unterschied bestehen darf, bevor er zählt.</translation>
    </message>
    <message>
        <source>How long a repair takes.</source>
        <translation>Wie lange eine Reparatur dauert.</translation>
    </message>
    <message>
        <source>The share of entries that one run compares.</source>
        <translation>Der Anteil der Einträge, den ein Lauf vergleicht.</translation>
    </message>
    <message>
        <source>Whether differences are mended at once or by people.</source>
        <translation>Ob Unterschiede sofort oder von Menschen behoben werden.</translation>
    </message>
    <message>
        <source>How many automatic repairs one run may make.</source>
        <translation>Wie viele automatische Reparaturen ein Lauf machen darf.</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>ohne Grenze</translation>
    </message>
    <message>
        <source>A rebuild</source>
        <translation>Ein Neuaufbau</translation>
    </message>
    <message>
        <source>How a view is made anew from the beginning.</source>
        <translation>Wie ein Read Model von Anfang an neu aufgebaut wird.</translation>
    </message>
    <message>
        <source>What it is made from: channel, or a name.</source>
        <translation>Woraus es aufgebaut wird: channel, oder ein Name.</translation>
    </message>
    <message>
        <source>How long that takes.</source>
        <translation>Wie lange das dauert.</translation>
    </message>
    <message>
        <source>A view</source>
        <translation>Ein Read Model</translation>
    </message>
    <message>
        <source>A read model: a promise to be wrong for a while.</source>
        <translation>Ein Read Model: eine Zusage, eine Weile falsch zu sein.</translation>
    </message>
    <message>
        <source>The facts that can be read in it.</source>
        <translation>Die Fakten, die darin zu lesen sind.</translation>
    </message>
    <message>
        <source>The events that keep it up to date, each with the keys of a subscription.</source>
        <translation>Die Events, die es aktuell halten, jedes mit den Schlüsseln eines Abonnements.</translation>
    </message>
    <message>
        <source>How stale it may be.</source>
        <translation>Wie veraltet es sein darf.</translation>
    </message>
    <message>
        <source>Whether it says how old its data are.</source>
        <translation>Ob es sagt, wie alt seine Daten sind.</translation>
    </message>
    <message>
        <source>The share of changes that never arrive.</source>
        <translation>Der Anteil der Änderungen, die nie ankommen.</translation>
    </message>
    <message>
        <source>How it is compared with its source and mended.</source>
        <translation>Wie es mit seiner Quelle verglichen und berichtigt wird.</translation>
    </message>
    <message>
        <source>How it is made anew.</source>
        <translation>Wie es neu aufgebaut wird.</translation>
    </message>
    <message>
        <source>A policy</source>
        <translation>Eine Policy</translation>
    </message>
    <message>
        <source>Whenever ... then ...: how an event leads to another one.</source>
        <translation>Immer wenn ... dann ...: wie ein Event zu einem anderen führt.</translation>
    </message>
    <message>
        <source>The events that set it off: a list, or each with the keys of a subscription.</source>
        <translation>Die Events, die sie auslösen: eine Liste, oder jedes mit den Schlüsseln eines Abonnements.</translation>
    </message>
    <message>
        <source>The events that follow.</source>
        <translation>Die Events, die folgen.</translation>
    </message>
    <message>
        <source>How long it takes from the one to the other.</source>
        <translation>Wie lange es vom einen zum anderen dauert.</translation>
    </message>
    <message>
        <source>The event that undoes what follows.</source>
        <translation>Das Event, das die Folge rückgängig macht.</translation>
    </message>
    <message>
        <source>Why a circle through this policy comes to an end.</source>
        <translation>Warum ein Kreis durch diese Policy ein Ende findet.</translation>
    </message>
    <message>
        <source>A read</source>
        <translation>Ein Lesezugriff</translation>
    </message>
    <message>
        <source>What a decision reads, and how old it may be.</source>
        <translation>Was eine Entscheidung liest, und wie alt es sein darf.</translation>
    </message>
    <message>
        <source>How old it may be.</source>
        <translation>Wie alt es sein darf.</translation>
    </message>
    <message>
        <source>Asked synchronously at the owner: fresh, but coupled.</source>
        <translation>Synchron beim Eigentümer gefragt: aktuell, aber gekoppelt.</translation>
    </message>
    <message>
        <source>How long an answer is kept.</source>
        <translation>Wie lange eine Antwort aufgehoben wird.</translation>
    </message>
    <message>
        <source>A decision</source>
        <translation>Eine Entscheidung</translation>
    </message>
    <message>
        <source>A point where stale data costs money.</source>
        <translation>Eine Stelle, an der veraltete Daten Geld kosten.</translation>
    </message>
    <message>
        <source>What is decided, as a question.</source>
        <translation>Was entschieden wird, als Frage.</translation>
    </message>
    <message>
        <source>The views it looks at and the facts it asks for.</source>
        <translation>Die Read Models, auf die sie sieht, und die Fakten, nach denen sie fragt.</translation>
    </message>
    <message>
        <source>Whether it can be taken back.</source>
        <translation>Ob sie zurückgenommen werden kann.</translation>
    </message>
    <message>
        <source>How long it takes from reading to deciding.</source>
        <translation>Wie lange es vom Lesen bis zum Entscheiden dauert.</translation>
    </message>
    <message>
        <source>An audience</source>
        <translation>Eine Zielgruppe</translation>
    </message>
    <message>
        <source>One pair of eyes that sees several views of one fact.</source>
        <translation>Ein Augenpaar, das mehrere Read Models eines Fakts sieht.</translation>
    </message>
    <message>
        <source>The views it sees, each as context/view.</source>
        <translation>Die Read Models, die sie sieht, jedes als Kontext/Read Model.</translation>
    </message>
    <message>
        <source>The fact that all of them show, as context/fact.</source>
        <translation>Der Fakt, den alle davon zeigen, als Kontext/Fakt.</translation>
    </message>
    <message>
        <source>How long two of the views may show different things.</source>
        <translation>Wie lange zwei der Read Models Verschiedenes zeigen dürfen.</translation>
    </message>
    <message>
        <source>The share of changes for which that holds.</source>
        <translation>Der Anteil der Änderungen, für den das gilt.</translation>
    </message>
    <message>
        <source>The migration</source>
        <translation>Die Migration</translation>
    </message>
    <message>
        <source>A move in stages (progressive strangler). Elements say since and until which stage they exist.</source>
        <translation>Ein Umzug in Stufen (Progressive Strangler). Elemente sagen, ab und bis zu welcher Stufe sie existieren.</translation>
    </message>
    <message>
        <source>The stages, in order.</source>
        <translation>Die Stufen, der Reihe nach.</translation>
    </message>
    <message>
        <source>The stage that holds today.</source>
        <translation>Die Stufe, die heute gilt.</translation>
    </message>
    <message>
        <source>A scenario</source>
        <translation>Ein Szenario</translation>
    </message>
    <message>
        <source>A what-if: values set and outages assumed.</source>
        <translation>Ein Was-wäre-wenn: gesetzte Werte und angenommene Ausfälle.</translation>
    </message>
    <message>
        <source>A path in the model and the value it has in this scenario.</source>
        <translation>Ein Pfad im Modell und der Wert, den er in diesem Szenario hat.</translation>
    </message>
    <message>
        <source>A context and how long it is out of order.</source>
        <translation>Ein Kontext und wie lange er ausfällt.</translation>
    </message>
    <message>
        <source>A model</source>
        <translation>Ein Modell</translation>
    </message>
    <message>
        <source>A file begins with `factline: 1`, the number of the format. An included file holds claims, contexts, audiences, hotspots and waivers only.</source>
        <translation>Eine Datei beginnt mit `factline: 1`, der Nummer des Formats. Eine eingebundene Datei enthält nur Aussagen, Kontexte, Zielgruppen, Hotspots und Ausnahmen.</translation>
    </message>
    <message>
        <source>The model&apos;s name.</source>
        <translation>Der Name des Modells.</translation>
    </message>
    <message>
        <source>What it is about, in a sentence or two.</source>
        <translation>Wovon es handelt, in ein oder zwei Sätzen.</translation>
    </message>
    <message>
        <source>Further files of the model, as patterns (`contexts/*.factline.yaml`) inside the model&apos;s folder.</source>
        <translation>Weitere Dateien des Modells, als Muster (`contexts/*.factline.yaml`) innerhalb des Modellordners.</translation>
    </message>
    <message>
        <source>What events may assert and consumers rely on, by name (subject.state).</source>
        <translation>Was Events zusagen dürfen und worauf Consumer sich verlassen, nach Namen (subjekt.zustand).</translation>
    </message>
    <message>
        <source>The bounded contexts, by name (kebab-case).</source>
        <translation>Die Bounded Contexts, nach Namen (kebab-case).</translation>
    </message>
    <message>
        <source>Who sees several views of one fact, by name.</source>
        <translation>Wer mehrere Read Models eines Fakts sieht, nach Namen.</translation>
    </message>
    <message>
        <source>The stages of a move from one owner to another.</source>
        <translation>Die Stufen eines Umzugs von einem Eigentümer zu einem anderen.</translation>
    </message>
    <message>
        <source>What is not clear about the whole yet, one text each.</source>
        <translation>Was am Ganzen noch nicht klar ist, je ein Text.</translation>
    </message>
    <message>
        <source>Findings that somebody has decided to live with.</source>
        <translation>Probleme, die jemand hinzunehmen beschlossen hat.</translation>
    </message>
    <message>
        <source>preset standard</source>
        <translation>preset standard</translation>
    </message>
    <message>
        <source>What-ifs, by name.</source>
        <translation>Was-wäre-wenn-Fälle, nach Namen.</translation>
    </message>
    <message>
        <source>A claim</source>
        <translation>Eine Aussage</translation>
    </message>
    <message>
        <source>Something that an event may assert and a consumer may rely on. The text explains it; only claims are compared.</source>
        <translation>Etwas, das ein Event zusagen und worauf ein Consumer sich verlassen kann. Der Text erklärt es; verglichen werden nur Aussagen.</translation>
    </message>
    <message>
        <source>The fact it is about, as context/fact. That context owns the claim.</source>
        <translation>Der Fakt, von dem sie handelt, als Kontext/Fakt. Diesem Kontext gehört die Aussage.</translation>
    </message>
    <message>
        <source>The claim in a sentence.</source>
        <translation>Die Aussage in einem Satz.</translation>
    </message>
    <message>
        <source>Claims that hold whenever this one does.</source>
        <translation>Aussagen, die immer gelten, wenn diese gilt.</translation>
    </message>
    <message>
        <source>Claims that cannot hold together with this one; holds both ways.</source>
        <translation>Aussagen, die nicht zusammen mit dieser gelten können; in beide Richtungen.</translation>
    </message>
    <message>
        <source>Publishing</source>
        <translation>Das Veröffentlichen</translation>
    </message>
    <message>
        <source>How a commit becomes an event.</source>
        <translation>Wie ein Commit zum Event wird.</translation>
    </message>
    <message>
        <source>The mechanism that carries a commit out as an event.</source>
        <translation>Der Mechanismus, der einen Commit als Event hinausträgt.</translation>
    </message>
    <message>
        <source>How long it takes from the commit until the event is on its channel.</source>
        <translation>Wie lange es vom Commit dauert, bis das Event auf seinem Kanal ist.</translation>
    </message>
    <message>
        <source>A fact</source>
        <translation>Ein Fakt</translation>
    </message>
    <message>
        <source>A thing that one bounded context decides about and others learn of. The context it stands in owns it.</source>
        <translation>Etwas, worüber ein Bounded Context entscheidet und wovon andere erfahren. Es gehört dem Kontext, in dem es steht.</translation>
    </message>
    <message>
        <source>What it means in this context, in a sentence.</source>
        <translation>Was er in diesem Kontext bedeutet, in einem Satz.</translation>
    </message>
    <message>
        <source>The fields that tell one from another.</source>
        <translation>Die Felder, die einen vom anderen unterscheiden.</translation>
    </message>
    <message>
        <source>The contexts that write it.</source>
        <translation>Die Kontexte, die ihn schreiben.</translation>
    </message>
    <message>
        <source>the owner</source>
        <translation>der Eigentümer</translation>
    </message>
    <message>
        <source>Facts of others that it is computed from.</source>
        <translation>Fakten anderer, aus denen er berechnet wird.</translation>
    </message>
    <message>
        <source>How long it is kept.</source>
        <translation>Wie lange er aufbewahrt wird.</translation>
    </message>
    <message>
        <source>How often one of them changes; for decisions and audiences.</source>
        <translation>Wie oft sich einer davon ändert; für Entscheidungen und Zielgruppen.</translation>
    </message>
    <message>
        <source>The fact of another context that moves here in the course of the migration.</source>
        <translation>Der Fakt eines anderen Kontexts, der im Lauf der Migration hierher umzieht.</translation>
    </message>
    <message>
        <source>A channel</source>
        <translation>Ein Kanal</translation>
    </message>
    <message>
        <source>A stream that events travel on: a topic.</source>
        <translation>Ein Strom, auf dem Events laufen: ein Topic.</translation>
    </message>
    <message>
        <source>The payload fields by which messages are spread over the partitions.</source>
        <translation>Die Payload-Felder, nach denen Nachrichten auf die Partitionen verteilt werden.</translation>
    </message>
    <message>
        <source>Into how many parts it is split.</source>
        <translation>In wie viele Teile er geteilt ist.</translation>
    </message>
    <message>
        <source>How long messages are kept.</source>
        <translation>Wie lange Nachrichten aufbewahrt werden.</translation>
    </message>
    <message>
        <source>Whether only the last message of each key is kept.</source>
        <translation>Ob nur die letzte Nachricht je Schlüssel aufbewahrt wird.</translation>
    </message>
    <message>
        <source>The share of all messages that the busiest key has.</source>
        <translation>Der Anteil an allen Nachrichten, den der häufigste Schlüssel hat.</translation>
    </message>
    <message>
        <source>How long a message takes through it.</source>
        <translation>Wie lange eine Nachricht hindurch braucht.</translation>
    </message>
    <message>
        <source>A context</source>
        <translation>Ein Kontext</translation>
    </message>
    <message>
        <source>A bounded context: a border inside which words have one meaning. What stands in it is its own; a bare name means its own, context/name another&apos;s.</source>
        <translation>Ein Bounded Context: eine Grenze, in der Wörter eine Bedeutung haben. Was darin steht, ist sein Eigenes; ein bloßer Name meint Eigenes, Kontext/Name das eines anderen.</translation>
    </message>
    <message>
        <source>Its name as people say it.</source>
        <translation>Sein Name, wie man ihn sagt.</translation>
    </message>
    <message>
        <source>What it is to the business.</source>
        <translation>Was er für das Geschäft ist.</translation>
    </message>
    <message>
        <source>Who looks after it.</source>
        <translation>Wer sich um ihn kümmert.</translation>
    </message>
    <message>
        <source>The database it keeps its facts in.</source>
        <translation>Die Datenbank, in der er seine Fakten hält.</translation>
    </message>
    <message>
        <source>Its places on the context map: another context and how the two stand to each other. This context is downstream, but for open-host-service and published-language, which the upstream writes.</source>
        <translation>Seine Plätze auf der Context Map: ein anderer Kontext, und wie beide zueinander stehen. Dieser Kontext ist Downstream, außer bei open-host-service und published-language, die der Upstream schreibt.</translation>
    </message>
    <message>
        <source>How a commit becomes an event; an event may override it.</source>
        <translation>Wie ein Commit zum Event wird; ein Event darf davon abweichen.</translation>
    </message>
    <message>
        <source>The longest outage that it must get over.</source>
        <translation>Der längste Ausfall, den er überstehen muss.</translation>
    </message>
    <message>
        <source>Which rules count inside it, and how much.</source>
        <translation>Welche Regeln in ihm zählen, und wie viel.</translation>
    </message>
    <message>
        <source>what holds for the model</source>
        <translation>was für das Modell gilt</translation>
    </message>
    <message>
        <source>What it decides about, by name (kebab-case).</source>
        <translation>Worüber er entscheidet, nach Namen (kebab-case).</translation>
    </message>
    <message>
        <source>The streams its events travel on, by name.</source>
        <translation>Die Ströme, auf denen seine Events laufen, nach Namen.</translation>
    </message>
    <message>
        <source>What it announces, by name (PascalCase, past tense).</source>
        <translation>Was er ankündigt, nach Namen (PascalCase, Vergangenheit).</translation>
    </message>
    <message>
        <source>Value objects for payloads, by name.</source>
        <translation>Value Objects für Payloads, nach Namen.</translation>
    </message>
    <message>
        <source>Its read models, by name (kebab-case).</source>
        <translation>Seine Read Models, nach Namen (kebab-case).</translation>
    </message>
    <message>
        <source>How one event leads to another, by name (kebab-case).</source>
        <translation>Wie ein Event zu einem anderen führt, nach Namen (kebab-case).</translation>
    </message>
    <message>
        <source>Where stale data costs money, by name (kebab-case).</source>
        <translation>Wo veraltete Daten Geld kosten, nach Namen (kebab-case).</translation>
    </message>
    <message>
        <source>This is not valid YAML: {}.</source>
        <translation>Das ist kein gültiges YAML: {}.</translation>
    </message>
    <message>
        <source> The last bracket still open is {} at {}:{}.</source>
        <translation> Die letzte noch offene Klammer ist {} bei {}:{}.</translation>
    </message>
    <message>
        <source>the quotation mark that opens here is not closed</source>
        <translation>Das Anführungszeichen, das hier öffnet, ist nicht geschlossen</translation>
    </message>
    <message>
        <source>The file has more than {} values; split the model into several files with include.</source>
        <translation>Die Datei hat mehr als {} Werte; das Modell mit include auf mehrere Dateien verteilen.</translation>
    </message>
    <message>
        <source>YAML tags (!...) are not part of the language, because they cannot be edited in place; take the tag away.</source>
        <translation>YAML-Tags (!...) gehören nicht zur Sprache, weil sie sich nicht an Ort und Stelle bearbeiten lassen; das Tag entfernen.</translation>
    </message>
    <message>
        <source>A second YAML document begins here, and a file holds one; move it to a file of its own and name that under include, or take the --- away.</source>
        <translation>Hier beginnt ein zweites YAML-Dokument, und eine Datei enthält eines; es in eine eigene Datei verschieben und diese unter include nennen, oder das --- entfernen.</translation>
    </message>
    <message>
        <source>YAML aliases (*name) are not part of the language, because they cannot be edited in place; write the value out.</source>
        <translation>YAML-Aliasse (*name) gehören nicht zur Sprache, weil sie sich nicht an Ort und Stelle bearbeiten lassen; den Wert ausschreiben.</translation>
    </message>
    <message>
        <source>YAML anchors (&amp;name) are not part of the language, because they cannot be edited in place; take the anchor away.</source>
        <translation>YAML-Anker (&amp;name) gehören nicht zur Sprache, weil sie sich nicht an Ort und Stelle bearbeiten lassen; den Anker entfernen.</translation>
    </message>
    <message>
        <source>YAML merge keys (&lt;&lt;) are not part of the language, because they cannot be edited in place; write the keys out.</source>
        <translation>YAML-Merge-Keys (&lt;&lt;) gehören nicht zur Sprache, weil sie sich nicht an Ort und Stelle bearbeiten lassen; die Schlüssel ausschreiben.</translation>
    </message>
    <message>
        <source>More than {} levels inside one another; no part of the language nests that deep.</source>
        <translation>Mehr als {} Ebenen ineinander; so tief verschachtelt kein Teil der Sprache.</translation>
    </message>
    <message>
        <source>{} lies outside the model&apos;s folder; nothing was written. Choose a name inside it.</source>
        <translation>{} liegt außerhalb des Modellordners; nichts wurde geschrieben. Einen Namen darin wählen.</translation>
    </message>
    <message>
        <source>{} is already there; nothing was written. Choose another name or remove it.</source>
        <translation>{} ist schon da; nichts wurde geschrieben. Einen anderen Namen wählen oder die Datei entfernen.</translation>
    </message>
    <message>
        <source>{} is write-protected; nothing was written. Allow writing it (chmod u+w), or save the model under another name.</source>
        <translation>{} ist schreibgeschützt; nichts wurde geschrieben. Das Schreiben erlauben (chmod u+w) oder das Modell unter einem anderen Namen speichern.</translation>
    </message>
    <message>
        <source>{} could not be written; the files are as they were. Check the rights and the space of the folder.</source>
        <translation>{} ließ sich nicht schreiben; die Dateien sind, wie sie waren. Rechte und Platz des Ordners prüfen.</translation>
    </message>
    <message>
        <source>{} could not be put in its place: {}.</source>
        <translation>{} ließ sich nicht an seinen Platz bringen: {}.</translation>
    </message>
    <message>
        <source>{} stays as it is, because it has reading problems.</source>
        <translation>{} bleibt, wie es ist, weil nicht alles darin zu lesen ist.</translation>
    </message>
    <message>
        <source>{} stays as it is: it cannot be brought into form without changing what it says.</source>
        <translation>{} bleibt, wie es ist: Es lässt sich nicht in Form bringen, ohne zu ändern, was es sagt.</translation>
    </message>
    <message>
        <source>{}, before {}</source>
        <translation>{}, vorher {}</translation>
    </message>
    <message>
        <source>{}: {} -&gt; {}</source>
        <translation>{}: {} -&gt; {}</translation>
    </message>
    <message>
        <source>The template {} is broken: {}. Mend it, or remove it to get the built-in one back.</source>
        <translation>Die Vorlage {} ist fehlerhaft: {}. Sie berichtigen, oder entfernen, um die eingebaute zurückzubekommen.</translation>
    </message>
    <message>
        <source>No target reads a template {}. Take away or rename it; these can be replaced:{}</source>
        <translation>Kein Ziel liest eine Vorlage {}. Sie entfernen oder umbenennen; ersetzbar sind diese:{}</translation>
    </message>
    <message>
        <source>There is no template {}. There are:{}</source>
        <translation>Es gibt keine Vorlage {}. Es gibt:{}</translation>
    </message>
    <message>
        <source>The template {} could not be filled: {}. Mend the template.</source>
        <translation>Die Vorlage {} ließ sich nicht füllen: {}. Die Vorlage berichtigen.</translation>
    </message>
    <message>
        <source>The template {} is no file; take it out of the folder.</source>
        <translation>Die Vorlage {} ist keine Datei; sie aus dem Ordner nehmen.</translation>
    </message>
    <message>
        <source>The template {} could not be read.</source>
        <translation>Die Vorlage {} ließ sich nicht lesen.</translation>
    </message>
    <message>
        <source>The template {} is larger than 1 MiB.</source>
        <translation>Die Vorlage {} ist größer als 1 MiB.</translation>
    </message>
    <message>
        <source>The templates in {} could not be read ({}). Give a folder that holds &lt;target&gt;/&lt;file&gt;.mustache.</source>
        <translation>Die Vorlagen in {} ließen sich nicht lesen ({}). Einen Ordner angeben, der &lt;Ziel&gt;/&lt;Datei&gt;.mustache enthält.</translation>
    </message>
    <message>
        <source>Writing was cancelled.</source>
        <translation>Das Schreiben wurde abgebrochen.</translation>
    </message>
    <message>
        <source>{} is or goes through a symbolic link that leads out of the output folder. Remove the link, or choose another folder.</source>
        <translation>{} ist ein symbolischer Link aus dem Ausgabeordner oder führt über einen. Den Link entfernen oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>{} could not be reached ({}). Free the space or the rights it takes and generate again.</source>
        <translation>{} war nicht erreichbar ({}). Den nötigen Platz oder die Rechte schaffen und erneut generieren.</translation>
    </message>
    <message>
        <source>{} is in the way of {}: it is no folder. Move it away.</source>
        <translation>{} steht {} im Weg: Es ist kein Ordner. Es wegräumen.</translation>
    </message>
    <message>
        <source>{} is in the way: it is no plain file. Move it away.</source>
        <translation>{} ist im Weg: Es ist keine gewöhnliche Datei. Es wegräumen.</translation>
    </message>
    <message>
        <source>{} could not be read ({}). Free the space or the rights it takes and generate again.</source>
        <translation>{} ließ sich nicht lesen ({}). Den nötigen Platz oder die Rechte schaffen und erneut generieren.</translation>
    </message>
    <message>
        <source>{} could not be made ({}). Free the space or the rights it takes and generate again.</source>
        <translation>{} ließ sich nicht anlegen ({}). Den nötigen Platz oder die Rechte schaffen und erneut generieren.</translation>
    </message>
    <message>
        <source>{} could not be written ({}). Free the space or the rights it takes and generate again.</source>
        <translation>{} ließ sich nicht schreiben ({}). Den nötigen Platz oder die Rechte schaffen und erneut generieren.</translation>
    </message>
    <message>
        <source>{} could not be removed ({}). Free the space or the rights it takes and generate again.</source>
        <translation>{} ließ sich nicht entfernen ({}). Den nötigen Platz oder die Rechte schaffen und erneut generieren.</translation>
    </message>
    <message>
        <source>What to count about freshness, with recording rules, burn-rate alerts and tests of them</source>
        <translation>Was über die Aktualität zu zählen ist, mit Recording Rules, Burn-Rate-Alarmen und Tests dafür</translation>
    </message>
    <message>
        <source>What the context sends and receives, as an AsyncAPI 3.0 document</source>
        <translation>Was der Kontext sendet und empfängt, als Dokument in AsyncAPI 3.0</translation>
    </message>
    <message>
        <source>Service in Go on franz-go and pgx: appends, relays and consumes</source>
        <translation>Service in Go auf franz-go und pgx: anhängen, weiterleiten, verarbeiten</translation>
    </message>
    <message>
        <source>Service in Java on kafka-clients and JDBC: appends, relays and consumes</source>
        <translation>Service in Java auf kafka-clients und JDBC: anhängen, weiterleiten, verarbeiten</translation>
    </message>
    <message>
        <source>A JSON Schema (2020-12) for the payload of each event</source>
        <translation>Ein JSON Schema (2020-12) für die Payload jedes Events</translation>
    </message>
    <message>
        <source>Outbox and consumer tables with the statements on them, for SQLite 3.38 and newer</source>
        <translation>Tabellen für Outbox und Consumer mit den Anweisungen darauf, für SQLite ab 3.38</translation>
    </message>
    <message>
        <source>Service in Python on confluent-kafka and psycopg: appends, relays and consumes</source>
        <translation>Service in Python auf confluent-kafka und psycopg: anhängen, weiterleiten, verarbeiten</translation>
    </message>
    <message>
        <source>The freshness promises as OpenSLO v1, over what the target prometheus counts</source>
        <translation>Die Zusagen zur Aktualität als OpenSLO v1, über dem, was das Ziel prometheus zählt</translation>
    </message>
    <message>
        <source>Service in TypeScript on @confluentinc/kafka-javascript and pg: appends, relays and consumes</source>
        <translation>Service in TypeScript auf @confluentinc/kafka-javascript und pg: anhängen, weiterleiten, verarbeiten</translation>
    </message>
    <message>
        <source>The context&apos;s topics with partitions, retention and compaction, for kafka-topics, Terraform and Strimzi</source>
        <translation>Die Topics des Kontexts mit Partitionen, Aufbewahrung und Compaction, für kafka-topics, Terraform und Strimzi</translation>
    </message>
    <message>
        <source>A dashboard of the freshness promises, over what the target prometheus counts</source>
        <translation>Ein Dashboard der Zusagen zur Aktualität, über dem, was das Ziel prometheus zählt</translation>
    </message>
    <message>
        <source>The headers of each event as CloudEvents 1.0 in binary mode, with an example record</source>
        <translation>Die Header jedes Events als CloudEvents 1.0 im Binärmodus, mit einem Beispielsatz</translation>
    </message>
    <message>
        <source>Service in C++20 on librdkafka and libpq: appends, relays and consumes</source>
        <translation>Service in C++20 auf librdkafka und libpq: anhängen, weiterleiten, verarbeiten</translation>
    </message>
    <message>
        <source>An Avro schema (.avsc) for the payload of each event</source>
        <translation>Ein Avro-Schema (.avsc) für die Payload jedes Events</translation>
    </message>
    <message>
        <source>Outbox, relay and consumer tables with their functions, for PostgreSQL 13 and newer</source>
        <translation>Tabellen für Outbox, Relay und Consumer mit ihren Funktionen, für PostgreSQL ab 13</translation>
    </message>
    <message>
        <source>A job on PostgreSQL that compares views with their owners in batches and repairs them</source>
        <translation>Ein Job auf PostgreSQL, der Read Models stapelweise mit ihren Eigentümern vergleicht und repariert</translation>
    </message>
    <message>
        <source>Outbox, relay and consumer tables with their procedures, for MariaDB 10.6 and MySQL 8.0.16</source>
        <translation>Tabellen für Outbox, Relay und Consumer mit ihren Prozeduren, für MariaDB 10.6 und MySQL 8.0.16</translation>
    </message>
    <message>
        <source>A Debezium connector for the outbox on PostgreSQL, with publication, heartbeat and alerts</source>
        <translation>Ein Debezium-Connector für die Outbox auf PostgreSQL, mit Publication, Heartbeat und Alarmen</translation>
    </message>
    <message>
        <source>{} in the output folder is no manifest of format 1. Restore it from version control; or remove it, and what was generated will be seen as yours.</source>
        <translation>{} im Ausgabeordner ist kein Manifest des Formats 1. Es aus der Versionsverwaltung wiederherstellen; oder es entfernen, und Generiertes gilt als Handarbeit.</translation>
    </message>
    <message>
        <source>{} in the output folder names &quot;{}&quot;, which leads out of it. Restore it from version control; or remove it, and what was generated will be seen as yours.</source>
        <translation>{} im Ausgabeordner nennt „{}“, was aus ihm hinausführt. Es aus der Versionsverwaltung wiederherstellen; oder es entfernen, und Generiertes gilt als Handarbeit.</translation>
    </message>
    <message>
        <source>&apos;{}&apos; is not a duration. Write it as 500ms, 30s, 1h30m, 7d or PT30S, at most 292 years.</source>
        <translation>„{}“ ist keine Dauer. Sie als 500ms, 30s, 1h30m, 7d oder PT30S schreiben, höchstens 292 Jahre.</translation>
    </message>
    <message>
        <source>&apos;{}&apos; is not a rate. Write it as 20/s, 300/min, 12/h or 5/d.</source>
        <translation>„{}“ ist keine Rate. Sie als 20/s, 300/min, 12/h oder 5/d schreiben.</translation>
    </message>
    <message>
        <source>&apos;{}&apos; is not a share. Write it in percent, between 0% and 100%, as 99.9%.</source>
        <translation>„{}“ ist kein Anteil. Ihn in Prozent schreiben, zwischen 0% und 100%, wie 99.9%.</translation>
    </message>
    <message>
        <source>&apos;{}&apos; is not a payload type. Use string, integer, long, decimal(12,2), boolean, uuid, date, timestamp, duration, bytes, enum[A, B], list&lt;T&gt;, map&lt;T&gt; or a name under types.</source>
        <translation>„{}“ ist kein Payload-Typ. string, integer, long, decimal(12,2), boolean, uuid, date, timestamp, duration, bytes, enum[A, B], list&lt;T&gt;, map&lt;T&gt; oder einen Namen unter types nehmen.</translation>
    </message>
    <message>
        <source>The model has no stage &apos;{}&apos;: it declares no migration. Leave the stage away, or add migration: {stages: [...]}.</source>
        <translation>Das Modell hat keine Stufe „{}“: Es deklariert keine Migration. Die Stufe weglassen, oder migration: {stages: [...]} ergänzen.</translation>
    </message>
    <message>
        <source>The model has no stage &apos;{}&apos;. Its stages are {}.</source>
        <translation>Das Modell hat keine Stufe „{}“. Seine Stufen sind {}.</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Runter</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Ins</source>
        <translation>Einfg</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>%1: what was not saved — Factline</source>
        <translation>%1: nicht gespeicherter Stand — Factline</translation>
    </message>
    <message>
        <source>Last saved</source>
        <translation>Zuletzt gespeichert</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>“%1” was not saved when Factline ended last; changed %2.</source>
        <translation>„%1“ war nicht gespeichert, als Factline zuletzt endete; geändert %2.</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Look at the difference</source>
        <translation>Unterschied ansehen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>Removal</name>
    <message>
        <source>Removed %1</source>
        <translation>%1 entfernt</translation>
    </message>
    <message numerus="yes">
        <source>Removed %n element(s)</source>
        <translation>
            <numerusform>%n Element entfernt</numerusform>
            <numerusform>%n Elemente entfernt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reference(s) now lead nowhere.</source>
        <translation>
            <numerusform>%n Verweis führt jetzt ins Leere.</numerusform>
            <numerusform>%n Verweise führen jetzt ins Leere.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message>
        <source>A theatre</source>
        <translation>Ein Theater</translation>
    </message>
    <message>
        <source>A box office, a web site, a door: one event that two understand differently.</source>
        <translation>Kasse, Website, Einlass: ein Event, das zwei verschieden verstehen.</translation>
    </message>
    <message>
        <source>A retailer</source>
        <translation>Ein Händler</translation>
    </message>
    <message>
        <source>Stock, orders, invoices. Everything wrong in it is wrong on purpose.</source>
        <translation>Bestand, Bestellungen, Rechnungen. Alles Falsche darin ist mit Absicht falsch.</translation>
    </message>
    <message>
        <source>An airport</source>
        <translation>Ein Flughafen</translation>
    </message>
    <message>
        <source>A large map: flights, stands, bags and people on one day.</source>
        <translation>Eine große Karte: Flüge, Positionen, Gepäck und Menschen an einem Tag.</translation>
    </message>
</context>
<context>
    <name>Spoken</name>
    <message>
        <source>Fact</source>
        <translation>Fakt</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Read Model</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Policy</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message numerus="yes">
        <source>announced by %n event(s)</source>
        <translation>
            <numerusform>von %n Event angekündigt</numerusform>
            <numerusform>von %n Events angekündigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n subscriber(s)</source>
        <translation>
            <numerusform>%n Abonnent</numerusform>
            <numerusform>%n Abonnenten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>fed by %n event(s)</source>
        <translation>
            <numerusform>von %n Event gespeist</numerusform>
            <numerusform>von %n Events gespeist</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>triggered by %n event(s)</source>
        <translation>
            <numerusform>von %n Event ausgelöst</numerusform>
            <numerusform>von %n Events ausgelöst</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) read</source>
        <translation>
            <numerusform>liest %n Element</numerusform>
            <numerusform>liest %n Elemente</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>Event OrderPlaced</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>owned by %1</source>
        <translation>gehört %1</translation>
    </message>
    <message>
        <source>declared nowhere</source>
        <translation>nirgends deklariert</translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>Fakt</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Read Model</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Policy</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
</context>
<context>
    <name>UsedIn</name>
    <message>
        <source>announces</source>
        <translation>kündigt an</translation>
    </message>
    <message>
        <source>asserts</source>
        <translation>sagt zu</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>compensated by</source>
        <translation>ausgeglichen durch</translation>
    </message>
    <message>
        <source>denies</source>
        <translation>verneint</translation>
    </message>
    <message>
        <source>derived from</source>
        <translation>abgeleitet aus</translation>
    </message>
    <message>
        <source>excludes</source>
        <translation>schließt aus</translation>
    </message>
    <message>
        <source>freshness from</source>
        <translation>Aktualität aus</translation>
    </message>
    <message>
        <source>implies</source>
        <translation>besagt auch</translation>
    </message>
    <message>
        <source>of</source>
        <translation>von</translation>
    </message>
    <message>
        <source>reads</source>
        <translation>liest</translation>
    </message>
    <message>
        <source>rebuilt from</source>
        <translation>neu aufgebaut aus</translation>
    </message>
    <message>
        <source>reconciled against</source>
        <translation>abgeglichen mit</translation>
    </message>
    <message>
        <source>relations</source>
        <translation>Beziehungen</translation>
    </message>
    <message>
        <source>relies on</source>
        <translation>verlässt sich auf</translation>
    </message>
    <message>
        <source>revoked by</source>
        <translation>widerrufen durch</translation>
    </message>
    <message>
        <source>sees</source>
        <translation>sieht</translation>
    </message>
    <message>
        <source>shows</source>
        <translation>zeigt</translation>
    </message>
    <message>
        <source>takes over</source>
        <translation>übernimmt</translation>
    </message>
    <message>
        <source>then</source>
        <translation>danach</translation>
    </message>
    <message>
        <source>writers</source>
        <translation>schreibt</translation>
    </message>
    <message>
        <source>fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>the stage now</source>
        <translation>die Stufe jetzt</translation>
    </message>
    <message>
        <source>payload</source>
        <translation>Payload</translation>
    </message>
    <message>
        <source>scenarios</source>
        <translation>Szenarien</translation>
    </message>
    <message>
        <source>since</source>
        <translation>seit</translation>
    </message>
    <message>
        <source>until</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>event</source>
        <translation>Event</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>contradicted</source>
        <translation>widersprochen</translation>
    </message>
    <message>
        <source>denied</source>
        <translation>verneint</translation>
    </message>
    <message>
        <source>weaker</source>
        <translation>schwächer</translation>
    </message>
    <message>
        <source>guaranteed</source>
        <translation>garantiert</translation>
    </message>
    <message>
        <source>foreign</source>
        <translation>fremd</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>expected to be kept</source>
        <translation>voraussichtlich gehalten</translation>
    </message>
    <message>
        <source>at risk</source>
        <translation>gefährdet</translation>
    </message>
    <message>
        <source>cannot be kept</source>
        <translation>nicht haltbar</translation>
    </message>
    <message>
        <source>kept for certain</source>
        <translation>sicher gehalten</translation>
    </message>
    <message>
        <source>not known to be kept</source>
        <translation>nicht bekannt, ob gehalten</translation>
    </message>
</context>
<context>
    <name>factline::canvas::Arrangement</name>
    <message>
        <source>Lay out again</source>
        <translation>Neu anordnen</translation>
    </message>
    <message>
        <source>Laying everything out …</source>
        <translation>Alles wird angeordnet …</translation>
    </message>
    <message>
        <source>Select what is to be laid out again first.</source>
        <translation>Zuerst auswählen, was neu angeordnet werden soll.</translation>
    </message>
    <message>
        <source>Lay out the selection again</source>
        <translation>Auswahl neu anordnen</translation>
    </message>
</context>
<context>
    <name>factline::canvas::BusyNote</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>factline::canvas::Canvas</name>
    <message>
        <source>Canvas</source>
        <translation>Zeichenfläche</translation>
    </message>
    <message>
        <source>Select what to focus on, then press F.</source>
        <translation>Zuerst auswählen, worum es geht, dann F drücken.</translation>
    </message>
</context>
<context>
    <name>factline::canvas::ContourKey</name>
    <message>
        <source>Without a time: caused by the change, does not carry it</source>
        <translation>Ohne Zeit: von der Änderung ausgelöst, trägt sie nicht weiter</translation>
    </message>
</context>
<context>
    <name>factline::canvas::DiagramView</name>
    <message>
        <source>Diagram</source>
        <translation>Diagramm</translation>
    </message>
</context>
<context>
    <name>factline::canvas::Editing</name>
    <message>
        <source>Name of the %1</source>
        <translation>Name: %1</translation>
    </message>
    <message>
        <source>%1 can be linked to these</source>
        <translation>Womit %1 verbunden werden kann</translation>
    </message>
    <message>
        <source>Select what the line starts at, then press L.</source>
        <translation>Zuerst auswählen, wo die Linie beginnt, dann L drücken.</translation>
    </message>
    <message>
        <source>Link %1 to</source>
        <translation>%1 verbinden mit</translation>
    </message>
    <message>
        <source>Move to the context</source>
        <translation>In den Kontext verschieben</translation>
    </message>
    <message>
        <source>What is not clear yet?</source>
        <translation>Was ist noch unklar?</translation>
    </message>
    <message>
        <source>What is not clear yet, one line; it is kept in the model</source>
        <translation>Was noch nicht klar ist, in einer Zeile; es bleibt im Modell</translation>
    </message>
</context>
<context>
    <name>factline::canvas::Minimap</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
</context>
<context>
    <name>factline::canvas::NameEditor</name>
    <message>
        <source>Create “%1”</source>
        <translation>„%1“ anlegen</translation>
    </message>
    <message>
        <source>Nothing of that name fits here</source>
        <translation>Nichts mit diesem Namen passt hier</translation>
    </message>
</context>
<context>
    <name>factline::canvas::QuickInsert</name>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>Fakt</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Read Model</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Policy</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Hotspot</source>
        <translation>Hotspot</translation>
    </message>
    <message>
        <source>What do you want to add?</source>
        <translation>Was kommt hinzu?</translation>
    </message>
    <message>
        <source>Enter adds one, Tab several</source>
        <translation>Eingabe: eines, Tab: mehrere</translation>
    </message>
    <message>
        <source>There is no kind of that name</source>
        <translation>Keine Art heißt so</translation>
    </message>
</context>
<context>
    <name>factline::document::Document</name>
    <message>
        <source>Untitled</source>
        <translation>Unbenannt</translation>
    </message>
    <message>
        <source>Take the version on disk</source>
        <translation>Version von der Platte übernehmen</translation>
    </message>
    <message>
        <source>Keep my version</source>
        <translation>Meine Version behalten</translation>
    </message>
    <message>
        <source>Edit the text</source>
        <translation>Text bearbeiten</translation>
    </message>
    <message>
        <source>Discard what was typed</source>
        <translation>Getipptes verwerfen</translation>
    </message>
</context>
<context>
    <name>factline::document::Journal</name>
    <message>
        <source>What is not saved could not be kept for recovery (%1). Save the model soon.</source>
        <translation>Nicht Gespeichertes konnte nicht für die Wiederherstellung gesichert werden (%1). Das Modell bald speichern.</translation>
    </message>
</context>
<context>
    <name>factline::jobs::Exporting</name>
    <message>
        <source>Exported to %1</source>
        <translation>Exportiert nach %1</translation>
    </message>
</context>
<context>
    <name>factline::panels::AddressBar</name>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Database of</source>
        <translation>Datenbank von</translation>
    </message>
    <message>
        <source>at</source>
        <translation>bei</translation>
    </message>
    <message>
        <source>Whose database</source>
        <translation>Wessen Datenbank</translation>
    </message>
    <message>
        <source>Address of the database</source>
        <translation>Adresse der Datenbank</translation>
    </message>
    <message>
        <source>postgresql://user@host/database?schema=name or sqlite:/path</source>
        <translation>postgresql://user@host/database?schema=name oder sqlite:/path</translation>
    </message>
    <message>
        <source>The address is kept nowhere.</source>
        <translation>Die Adresse wird nirgends aufgehoben.</translation>
    </message>
    <message>
        <source>Password of the database</source>
        <translation>Passwort der Datenbank</translation>
    </message>
    <message>
        <source>It is kept nowhere. Left empty, it comes from PGPASSWORD or ~/.pgpass where it is there.</source>
        <translation>Es wird nirgends aufgehoben. Ohne Eingabe kommt es aus PGPASSWORD oder ~/.pgpass, wenn es dort steht.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
</context>
<context>
    <name>factline::panels::ChartView</name>
    <message>
        <source>Export this picture…</source>
        <translation>Dieses Bild exportieren…</translation>
    </message>
    <message>
        <source>Export the picture</source>
        <translation>Bild exportieren</translation>
    </message>
</context>
<context>
    <name>factline::panels::ChoiceEditor</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
</context>
<context>
    <name>factline::panels::DatabasePanel</name>
    <message>
        <source>What the database is like</source>
        <translation>Wie die Datenbank ist</translation>
    </message>
    <message>
        <source>A live database is compared with the model here. Open a model first.</source>
        <translation>Hier wird eine laufende Datenbank mit dem Modell verglichen. Zuerst ein Modell öffnen.</translation>
    </message>
    <message>
        <source>Asking the database…</source>
        <translation>Die Datenbank wird gefragt …</translation>
    </message>
    <message>
        <source>Type where the database is, and ask: whether its tables are as the model has them, what waits in the outbox, what is parked, and how fresh each view is. It is only read; no statement takes longer than five seconds.</source>
        <translation>Eingeben, wo die Datenbank ist, und fragen: ob ihre Tabellen sind wie im Modell, was in der Outbox wartet, was zurückgestellt ist und wie aktuell jedes Read Model ist. Es wird nur gelesen; keine Anweisung dauert länger als fünf Sekunden.</translation>
    </message>
</context>
<context>
    <name>factline::panels::DialRow</name>
    <message>
        <source>As the model has it</source>
        <translation>Wie im Modell</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>%1 zurücksetzen</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>As the model has it: %1</source>
        <translation>Im Modell: %1</translation>
    </message>
    <message>
        <source>Nobody says how long it takes</source>
        <translation>Wie lange es dauert, sagt niemand</translation>
    </message>
    <message>
        <source>The promise holds up to %1</source>
        <translation>Die Zusage hält bis %1</translation>
    </message>
    <message>
        <source>The event names no channel, so there is nothing to turn</source>
        <translation>Das Event nennt keinen Kanal, also gibt es nichts zu verstellen</translation>
    </message>
</context>
<context>
    <name>factline::panels::DifferencePane</name>
    <message>
        <source>Difference to the file on disk</source>
        <translation>Unterschied zur Datei auf der Platte</translation>
    </message>
</context>
<context>
    <name>factline::panels::ElementForm</name>
    <message>
        <source>Contract</source>
        <translation>Vertrag</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Weiteres</translation>
    </message>
    <message>
        <source>Hotspots</source>
        <translation>Hotspots</translation>
    </message>
    <message>
        <source>Which files belong to the model is said in its text (YAML).</source>
        <translation>Welche Dateien zum Modell gehören, steht in seinem Text (YAML).</translation>
    </message>
    <message>
        <source>%1 is not taken over yet: %2</source>
        <translation>%1 ist noch nicht übernommen: %2</translation>
    </message>
    <message>
        <source>%1 of %2 is not taken over yet: %3</source>
        <translation>%1 von %2 ist noch nicht übernommen: %3</translation>
    </message>
</context>
<context>
    <name>factline::panels::FigureView</name>
    <message>
        <source>Export %1 as SVG or PNG…</source>
        <translation>%1 als SVG oder PNG exportieren…</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
    <message>
        <source>Export the picture</source>
        <translation>Bild exportieren</translation>
    </message>
    <message>
        <source>Copied as a picture and as text</source>
        <translation>Als Bild und als Text kopiert</translation>
    </message>
</context>
<context>
    <name>factline::panels::FilterButton</name>
    <message>
        <source>%1 (%2)</source>
        <comment>a choice and how many</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The whole model</source>
        <translation>Das ganze Modell</translation>
    </message>
    <message>
        <source>Which problems are listed</source>
        <translation>Welche Probleme aufgelistet sind</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schweregrad</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>Problems listed: %1</source>
        <translation>Aufgelistete Probleme: %1</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
</context>
<context>
    <name>factline::panels::FreshnessPanel</name>
    <message>
        <source>Who relies on it ↓</source>
        <translation>Wer sich darauf verlässt ↓</translation>
    </message>
    <message>
        <source>after</source>
        <translation>nach</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Read Model</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export or copy the pictures</source>
        <translation>Bilder exportieren oder kopieren</translation>
    </message>
    <message>
        <source>No view shows a fact yet. Add a view, let it subscribe to an event, and say within which time a change has to be visible: here stands whether that can be kept, and where the time goes.</source>
        <translation>Noch zeigt kein Read Model einen Fakt. Ein Read Model anlegen, ein Event abonnieren lassen und angeben, binnen welcher Zeit eine Änderung sichtbar sein muss: Hier steht dann, ob das haltbar ist und wo die Zeit bleibt.</translation>
    </message>
    <message>
        <source>Working out how long changes take …</source>
        <translation>Berechnet, wie lange Änderungen brauchen …</translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Where the time goes: %1</source>
        <translation>Wo die Zeit bleibt: %1</translation>
    </message>
    <message>
        <source>-waterfall</source>
        <translation>-wasserfall</translation>
    </message>
    <message>
        <source>How long it takes: %1</source>
        <translation>Wie lange es dauert: %1</translation>
    </message>
    <message>
        <source>-curve</source>
        <translation>-kurve</translation>
    </message>
    <message>
        <source>What becomes of the promise</source>
        <translation>Was aus der Zusage wird</translation>
    </message>
</context>
<context>
    <name>factline::panels::GeneratePanel</name>
    <message>
        <source>Contexts and targets</source>
        <translation>Kontexte und Ziele</translation>
    </message>
    <message>
        <source>Files to be written</source>
        <translation>Zu schreibende Dateien</translation>
    </message>
    <message>
        <source>Code and tables that a model gives stand here. Open a model or begin a new one first.</source>
        <translation>Hier stehen Code und Tabellen, die ein Modell ergibt. Zuerst ein Modell öffnen oder neu beginnen.</translation>
    </message>
    <message>
        <source>Not all of the model could be read: mend that first.</source>
        <translation>Das Modell war nicht ganz lesbar: Das zuerst beheben.</translation>
    </message>
    <message>
        <source>Choose a folder to write to first.</source>
        <translation>Zuerst einen Ordner zum Schreiben wählen.</translation>
    </message>
    <message>
        <source>Choose a file to see what would change in it.</source>
        <translation>Eine Datei wählen, um zu sehen, was sich darin ändern würde.</translation>
    </message>
    <message>
        <source>Stopped: the files shown are from before.</source>
        <translation>Angehalten: Die gezeigten Dateien sind von vorher.</translation>
    </message>
    <message>
        <source>Tick a target or change the folder to look again.</source>
        <translation>Ein Ziel ankreuzen oder den Ordner ändern, um neu nachzusehen.</translation>
    </message>
    <message>
        <source>No program here opens folders. The files are in %1.</source>
        <translation>Kein Programm öffnet hier Ordner. Die Dateien liegen in %1.</translation>
    </message>
    <message>
        <source>Stopped before any file was written.</source>
        <translation>Angehalten, bevor eine Datei geschrieben wurde.</translation>
    </message>
    <message>
        <source>Stopped after %1 of %2 files; each is whole. Write again to go on.</source>
        <translation>Angehalten nach %1 von %2 Dateien; jede ist vollständig. Erneutes Schreiben macht weiter.</translation>
    </message>
</context>
<context>
    <name>factline::panels::GroupEditor</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add (now: %1)</source>
        <translation>Hinzufügen (jetzt: %1)</translation>
    </message>
</context>
<context>
    <name>factline::panels::InnerElements</name>
    <message>
        <source>Add the event it listens to…</source>
        <translation>Event hinzufügen, auf das es hört…</translation>
    </message>
    <message>
        <source>Add by name…</source>
        <translation>Nach Name hinzufügen…</translation>
    </message>
    <message numerus="yes">
        <source>and %n more; the outline lists them all</source>
        <translation>
            <numerusform>und %n weiteres; die Gliederung zeigt alle</numerusform>
            <numerusform>und %n weitere; die Gliederung zeigt alle</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
</context>
<context>
    <name>factline::panels::InspectorPanel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>no name yet</source>
        <translation>noch ohne Name</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Used in and uses</source>
        <translation>Verwendet in und verwendet</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, not there at the stage %2</source>
        <translation>%1, in der Stufe %2 nicht vorhanden</translation>
    </message>
    <message>
        <source>No model is open.</source>
        <translation>Kein Modell ist geöffnet.</translation>
    </message>
    <message>
        <source>The model is empty. Press C on the canvas for its first context.</source>
        <translation>Das Modell ist leer. C auf der Zeichenfläche legt den ersten Kontext an.</translation>
    </message>
    <message>
        <source>%1.&lt;br&gt;Select something to see and change what it says.</source>
        <translation>%1.&lt;br&gt;Etwas auswählen, um seine Angaben zu sehen und zu ändern.</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 selected&lt;/b&gt;</source>
        <translation>&lt;b&gt;%1 ausgewählt&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Zurück dorthin</translation>
    </message>
</context>
<context>
    <name>factline::panels::ListEditor</name>
    <message>
        <source>none, on purpose</source>
        <translation>keine, mit Absicht</translation>
    </message>
    <message>
        <source>Says that there are none. Without it nothing is said.</source>
        <translation>Hält fest, dass es keine gibt. Ohne das ist nichts gesagt.</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen…</translation>
    </message>
</context>
<context>
    <name>factline::panels::MeaningPanel</name>
    <message>
        <source>Subscription</source>
        <translation>Abonnement</translation>
    </message>
    <message>
        <source> ← </source>
        <translation> ← </translation>
    </message>
    <message>
        <source>Select a view, a policy, or an event that somebody subscribes to: here both sides tell what it means.</source>
        <translation>Ein Read Model, eine Policy oder ein abonniertes Event auswählen: Hier sagen beide Seiten, was es bedeutet.</translation>
    </message>
</context>
<context>
    <name>factline::panels::MeaningTable</name>
    <message>
        <source>%1 does not say</source>
        <translation>%1 sagt es nicht</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <translation>%1: „%2“</translation>
    </message>
    <message>
        <source>When %1 says %2, what may %3 take it for?</source>
        <translation>Wenn %1 %2 sagt, was darf %3 daraus schließen?</translation>
    </message>
    <message>
        <source>The consumer relies on nothing but that it happened.</source>
        <translation>Der Consumer verlässt sich nur darauf, dass es geschehen ist.</translation>
    </message>
    <message>
        <source>Neither side has declared anything. What does the consumer rely on?</source>
        <translation>Keine Seite hat etwas deklariert. Worauf verlässt sich der Consumer?</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Aussage</translation>
    </message>
    <message>
        <source>%1 says</source>
        <translation>%1 sagt</translation>
    </message>
    <message>
        <source>%1 relies on it</source>
        <translation>%1 verlässt sich darauf</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>nothing about it</source>
        <translation>nichts dazu</translation>
    </message>
    <message>
        <source>asserts it</source>
        <translation>sagt es zu</translation>
    </message>
    <message>
        <source>denies it</source>
        <translation>verneint es</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>yes, as final</source>
        <translation>ja, als endgültig</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>nicht gebraucht</translation>
    </message>
    <message>
        <source>Rely on another claim…</source>
        <translation>Auf weitere Aussage verlassen…</translation>
    </message>
    <message>
        <source>Another claim to rely on</source>
        <translation>Weitere Aussage, auf die Verlass sein soll</translation>
    </message>
    <message>
        <source>Sounds like, by words alone:</source>
        <translation>Klingt, nur nach Worten, wie:</translation>
    </message>
</context>
<context>
    <name>factline::panels::MendCard</name>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Waive</source>
        <translation>Hinnehmen</translation>
    </message>
    <message>
        <source>Waive…</source>
        <translation>Hinnehmen…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Changed lines</source>
        <translation>Geänderte Zeilen</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Why it may stay as it is</source>
        <translation>Warum es so bleiben darf</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Who answers for it</source>
        <translation>Wer dafür einsteht</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Last day, such as 2027-03-31</source>
        <translation>Letzter Tag, etwa 2027-03-31</translation>
    </message>
    <message>
        <source>People have to mend this</source>
        <translation>Das müssen Menschen beheben</translation>
    </message>
    <message>
        <source>No single step would: somebody has to decide what is meant. F1 on the problem says what the rule asks for.</source>
        <translation>Kein einzelner Schritt würde reichen: Jemand muss entscheiden, was gemeint ist. F1 auf dem Problem sagt, was die Regel verlangt.</translation>
    </message>
    <message>
        <source>Only declares what is so.</source>
        <translation>Deklariert nur, was ist.</translation>
    </message>
    <message>
        <source>Changes what the model says: look at the lines first.</source>
        <translation>Ändert, was das Modell sagt: zuerst die Zeilen ansehen.</translation>
    </message>
    <message>
        <source>Live with it for now</source>
        <translation>Vorerst damit leben</translation>
    </message>
    <message>
        <source>Write the last day as 2027-03-31, or leave it empty: for good.</source>
        <translation>Den letzten Tag als 2027-03-31 angeben oder leer lassen: auf Dauer.</translation>
    </message>
    <message>
        <source>That day is over already: say until when it may stay.</source>
        <translation>Dieser Tag ist schon vorbei: angeben, bis wann es so bleiben darf.</translation>
    </message>
    <message>
        <source>Say why it may stay as it is.</source>
        <translation>Angeben, warum es so bleiben darf.</translation>
    </message>
</context>
<context>
    <name>factline::panels::NoteList</name>
    <message>
        <source>What could not be read</source>
        <translation>Was nicht lesbar war</translation>
    </message>
</context>
<context>
    <name>factline::panels::OutageCard</name>
    <message>
        <source>Context that is down</source>
        <translation>Ausgefallener Kontext</translation>
    </message>
    <message>
        <source>How long it is down</source>
        <translation>Dauer des Ausfalls</translation>
    </message>
    <message>
        <source>Assume that a context is down, and see what waits, how far readers fall behind and for how long promises are broken.</source>
        <translation>Annehmen, dass ein Kontext ausfällt, und sehen, was wartet, wie weit Leser zurückfallen und wie lange Zusagen gebrochen sind.</translation>
    </message>
    <message>
        <source>“%1” is no duration. Write for example 90s, 10m or 2h.</source>
        <translation>„%1“ ist keine Dauer. Zum Beispiel 90s, 10m oder 2h schreiben.</translation>
    </message>
</context>
<context>
    <name>factline::panels::OutlineDelegate</name>
    <message>
        <source>no name yet</source>
        <translation>noch ohne Name</translation>
    </message>
</context>
<context>
    <name>factline::panels::OutlinePanel</name>
    <message>
        <source>Contexts and what is in them are listed here.</source>
        <translation>Hier stehen die Kontexte und was in ihnen ist.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Filter the outline</source>
        <translation>Gliederung filtern</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Gliederung</translation>
    </message>
</context>
<context>
    <name>factline::panels::OutlookCard</name>
    <message>
        <source>Where the time goes</source>
        <translation>Wo die Zeit bleibt</translation>
    </message>
</context>
<context>
    <name>factline::panels::OutputBar</name>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Write to</source>
        <translation>Schreiben nach</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>A folder; a relative one starts at the model&apos;s</source>
        <translation>Ein Ordner; ein relativer beginnt bei dem des Modells</translation>
    </message>
    <message>
        <source>Output folder</source>
        <translation>Ausgabeordner</translation>
    </message>
    <message>
        <source>Write 1 file</source>
        <translation>1 Datei schreiben</translation>
    </message>
    <message>
        <source>Write %1 files</source>
        <translation>%1 Dateien schreiben</translation>
    </message>
    <message>
        <source>Folder to write to</source>
        <translation>Ordner zum Schreiben</translation>
    </message>
    <message>
        <source>Generating: %1 of %2 contexts</source>
        <translation>Erzeugen: %1 von %2 Kontexten</translation>
    </message>
    <message>
        <source>Comparing: %1 of %2 files</source>
        <translation>Vergleichen: %1 von %2 Dateien</translation>
    </message>
    <message>
        <source>Writing: %1 of %2 files</source>
        <translation>Schreiben: %1 von %2 Dateien</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Den Ordner öffnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>What is written by then stays, and each file is whole.</source>
        <translation>Was bis dahin geschrieben ist, bleibt, und jede Datei ist vollständig.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Nothing was written there yet.</source>
        <translation>Dort wurde noch nichts geschrieben.</translation>
    </message>
</context>
<context>
    <name>factline::panels::ProblemsPanel</name>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Filter by words</source>
        <translation>Nach Wörtern filtern</translation>
    </message>
    <message>
        <source>Filter the problems</source>
        <translation>Probleme filtern</translation>
    </message>
    <message>
        <source>Group the problems</source>
        <translation>Probleme gruppieren</translation>
    </message>
    <message>
        <source>By severity</source>
        <translation>Nach Schweregrad</translation>
    </message>
    <message>
        <source>By context</source>
        <translation>Nach Kontext</translation>
    </message>
    <message>
        <source>By rule</source>
        <translation>Nach Regel</translation>
    </message>
    <message>
        <source>None of the problems is wanted by the filter.</source>
        <translation>Kein Problem passt zum Filter.</translation>
    </message>
    <message>
        <source>No problems.</source>
        <translation>Keine Probleme.</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>Nächstes Problem</translation>
    </message>
    <message>
        <source>Previous problem</source>
        <translation>Voriges Problem</translation>
    </message>
    <message>
        <source>Mend the problem…</source>
        <translation>Problem beheben…</translation>
    </message>
    <message>
        <source>Waive the problem…</source>
        <translation>Problem hinnehmen…</translation>
    </message>
    <message>
        <source>Choose a problem first.</source>
        <translation>Zuerst ein Problem wählen.</translation>
    </message>
    <message>
        <source>Mend…</source>
        <translation>Beheben…</translation>
    </message>
    <message>
        <source>Waive…</source>
        <translation>Hinnehmen…</translation>
    </message>
    <message>
        <source>What the rule says</source>
        <translation>Was die Regel sagt</translation>
    </message>
</context>
<context>
    <name>factline::panels::QuestionsPanel</name>
    <message>
        <source>Open questions</source>
        <translation>Offene Fragen</translation>
    </message>
    <message>
        <source>Nothing is open: of all that consumers rely on, the publishers have said whether they mean it.</source>
        <translation>Nichts ist offen: Zu allem, worauf Consumer sich verlassen, haben die Publisher gesagt, ob sie es meinen.</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <translation>%1: „%2“</translation>
    </message>
    <message>
        <source>Who wants to know, and acts on it for good:
%1</source>
        <translation>Wer es wissen will und unwiderruflich danach handelt:
%1</translation>
    </message>
    <message>
        <source>Who wants to know:
%1</source>
        <translation>Wer es wissen will:
%1</translation>
    </message>
    <message>
        <source>Yes, %1 asserts it</source>
        <translation>Ja, %1 sagt es zu</translation>
    </message>
    <message>
        <source>No, %1 denies it</source>
        <translation>Nein, %1 verneint es</translation>
    </message>
</context>
<context>
    <name>factline::panels::RowsEditor</name>
    <message>
        <source>none, on purpose</source>
        <translation>keine, mit Absicht</translation>
    </message>
    <message>
        <source>Says that there are none. Without it nothing is said.</source>
        <translation>Hält fest, dass es keine gibt. Ohne das ist nichts gesagt.</translation>
    </message>
    <message>
        <source>Remove this row</source>
        <translation>Diese Zeile entfernen</translation>
    </message>
    <message>
        <source>A row has no name yet.</source>
        <translation>Eine Zeile hat noch keinen Namen.</translation>
    </message>
    <message>
        <source>%1 has no value yet.</source>
        <translation>%1 hat noch keinen Wert.</translation>
    </message>
    <message>
        <source>%1 has no %2 yet.</source>
        <translation>%1 hat noch kein %2.</translation>
    </message>
</context>
<context>
    <name>factline::panels::ScenarioDelegate</name>
    <message>
        <source>, budget %1</source>
        <translation>, Budget %1</translation>
    </message>
</context>
<context>
    <name>factline::panels::StaleBar</name>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Gives up what was typed and cannot be understood. Undo brings it back.</source>
        <translation>Gibt auf, was getippt wurde und nicht verständlich ist. Rückgängig holt es zurück.</translation>
    </message>
</context>
<context>
    <name>factline::panels::StoryPane</name>
    <message>
        <source>Who decides on it</source>
        <translation>Wer danach entscheidet</translation>
    </message>
    <message>
        <source>Who sees it beside another</source>
        <translation>Wer es neben einem anderen sieht</translation>
    </message>
    <message>
        <source>%1 %2.</source>
        <translation>%1 %2.</translation>
    </message>
</context>
<context>
    <name>factline::panels::UndeclaredNote</name>
    <message>
        <source>%1, not declared</source>
        <translation>%1, nicht deklariert</translation>
    </message>
    <message>
        <source>%1 of %2, not declared</source>
        <translation>%1 von %2, nicht deklariert</translation>
    </message>
    <message>
        <source>Others refer to it, and nobody declares it: either a name is misspelt, or it is still missing here.</source>
        <translation>Andere verweisen darauf, und niemand deklariert es: Entweder ist ein Name falsch geschrieben, oder es fehlt hier noch.</translation>
    </message>
    <message>
        <source>Declare it here</source>
        <translation>Hier deklarieren</translation>
    </message>
    <message>
        <source>Declare it in %1</source>
        <translation>In %1 deklarieren</translation>
    </message>
    <message>
        <source>Ins on the canvas does the same</source>
        <translation>Einfg auf der Zeichenfläche tut dasselbe</translation>
    </message>
</context>
<context>
    <name>factline::panels::WhatIfPanel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Outage</source>
        <translation>Ausfall</translation>
    </message>
    <message>
        <source>Try a change before you make it: turn how long a hop takes, assume an outage, and see which promises hold. Nothing reaches the model until you apply it.</source>
        <translation>Eine Änderung vorab ausprobieren: verstellen, wie lange ein Schritt dauert, einen Ausfall annehmen und sehen, welche Zusagen halten. Ins Modell gelangt nichts, bevor es angewendet wird.</translation>
    </message>
    <message>
        <source>Start what-if</source>
        <translation>Was-wäre-wenn starten</translation>
    </message>
    <message>
        <source>View and change</source>
        <translation>Read Model und Änderung</translation>
    </message>
    <message>
        <source>Scenarios side by side</source>
        <translation>Szenarien nebeneinander</translation>
    </message>
    <message>
        <source>Go on from a scenario</source>
        <translation>Von einem Szenario ausgehen</translation>
    </message>
    <message>
        <source>Name of a scenario</source>
        <translation>Name eines Szenarios</translation>
    </message>
    <message>
        <source>Keep as scenario</source>
        <translation>Als Szenario behalten</translation>
    </message>
    <message>
        <source>Apply to the model</source>
        <translation>Auf das Modell anwenden</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>No change reaches any view: there is nothing to turn. Add a view and subscribe it to an event.</source>
        <translation>Keine Änderung erreicht ein Read Model: Es gibt nichts zu verstellen. Ein Read Model anlegen und ein Event abonnieren lassen.</translation>
    </message>
    <message>
        <source>Promised: %1 of changes within %2.</source>
        <translation>Zugesagt: %1 der Änderungen binnen %2.</translation>
    </message>
    <message>
        <source>Nothing is promised. %1 of changes take:</source>
        <translation>Nichts ist zugesagt. %1 der Änderungen brauchen:</translation>
    </message>
    <message>
        <source>%1 instead of %2, still %3</source>
        <translation>%1 statt %2, weiterhin %3</translation>
    </message>
    <message>
        <source>%1, instead of %2</source>
        <translation>%1 statt %2</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Wie es ist</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Was wäre wenn</translation>
    </message>
    <message>
        <source>Go on from a scenario …</source>
        <translation>Von einem Szenario ausgehen …</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>an unknown time</source>
        <translation>unbekannt lange</translation>
    </message>
</context>
<context>
    <name>factline::panels::YamlEditor</name>
    <message>
        <source>Cut</source>
        <translation>Ausschneiden</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Comment out or in</source>
        <translation>Aus- oder einkommentieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>factline::panels::YamlPanel</name>
    <message>
        <source>File of the model</source>
        <translation>Datei des Modells</translation>
    </message>
    <message>
        <source>The model as YAML</source>
        <translation>Das Modell als YAML</translation>
    </message>
    <message>
        <source>The text of a model stands here. Open a model or begin a new one first.</source>
        <translation>Hier steht der Text eines Modells. Zuerst ein Modell öffnen oder neu beginnen.</translation>
    </message>
    <message>
        <source>Not understood yet: %1 The picture shows the model as it was.</source>
        <translation>Noch nicht verständlich: %1 Das Bild zeigt das Modell, wie es war.</translation>
    </message>
</context>
<context>
    <name>factline::shell::ChangeDelegate</name>
    <message>
        <source>%1 · %2</source>
        <comment>event in orders · renamed</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>factline::shell::Chooser</name>
    <message>
        <source>Nothing of that name</source>
        <translation>Nichts heißt so</translation>
    </message>
</context>
<context>
    <name>factline::shell::CompareWindow</name>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>F8 next change · Enter shows it in the model · Esc closes</source>
        <translation>F8 nächste Änderung · Eingabe zeigt sie im Modell · Esc schließt</translation>
    </message>
    <message>
        <source>Comparing …</source>
        <translation>Wird verglichen …</translation>
    </message>
    <message>
        <source>%1: changes since %2</source>
        <comment>a model; it was opened, or a file</comment>
        <translation>%1: Änderungen seit %2</translation>
    </message>
    <message>
        <source>%1 — Factline</source>
        <translation>%1 — Factline</translation>
    </message>
    <message>
        <source>No semantic change. What may differ is order, comments or the way it is written: the model says the same.</source>
        <translation>Keine inhaltliche Änderung. Abweichen können Reihenfolge, Kommentare oder Schreibweise: Das Modell sagt dasselbe.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>3 new</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>factline::shell::DifferenceWindow</name>
    <message>
        <source>They say the same.</source>
        <translation>Beide sagen dasselbe.</translation>
    </message>
</context>
<context>
    <name>factline::shell::HelpWindow</name>
    <message>
        <source>Help — Factline</source>
        <translation>Hilfe — Factline</translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>Zurück (Alt+Links)</translation>
    </message>
    <message>
        <source>Forward (Alt+Right)</source>
        <translation>Vor (Alt+Rechts)</translation>
    </message>
    <message>
        <source>Search the pages</source>
        <translation>Seiten durchsuchen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>factline::shell::MainWindow</name>
    <message>
        <source>From the next start on, Factline speaks %1.</source>
        <translation>Vom nächsten Start an spricht Factline %1.</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>Gespeichert in %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>undo, and which step</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Drawing %1 …</source>
        <translation>%1 wird gezeichnet …</translation>
    </message>
    <message>
        <source>Drawing the model …</source>
        <translation>Das Modell wird gezeichnet …</translation>
    </message>
    <message numerus="yes">
        <source>%n reading problem(s) in the model. The first: %1</source>
        <translation>
            <numerusform>%n Leseproblem im Modell. Das erste: %1</numerusform>
            <numerusform>%n Leseprobleme im Modell. Das erste: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The picture shows the model as it was last understood.</source>
        <translation>Das Bild zeigt das Modell, wie es zuletzt verständlich war.</translation>
    </message>
    <message>
        <source>Press C for a context, or Ctrl+Space for anything.</source>
        <translation>C legt einen Kontext an, Strg+Leertaste alles andere.</translation>
    </message>
    <message>
        <source>The clipboard holds no text. Copy a model first.</source>
        <translation>Die Zwischenablage enthält keinen Text. Zuerst ein Modell kopieren.</translation>
    </message>
    <message>
        <source>Open a model</source>
        <translation>Modell öffnen</translation>
    </message>
    <message>
        <source>Factline models (*.factline.yaml *.yaml *.yml)</source>
        <translation>Factline-Modelle (*.factline.yaml *.yaml *.yml)</translation>
    </message>
    <message>
        <source>Export the picture</source>
        <translation>Bild exportieren</translation>
    </message>
    <message>
        <source>Copied as SVG, PNG and text</source>
        <translation>Als SVG, PNG und Text kopiert</translation>
    </message>
    <message>
        <source>Jump to anything</source>
        <translation>Springen</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>panel</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation>Tippen, was geschehen soll</translation>
    </message>
    <message>
        <source>Compare with an earlier model</source>
        <translation>Mit einem früheren Modell vergleichen</translation>
    </message>
    <message>
        <source>it was opened</source>
        <comment>changes since</comment>
        <translation>dem Öffnen</translation>
    </message>
    <message>
        <source>F5 ends it. “.” and “,” go along the way of a change.</source>
        <translation>F5 beendet es. „.“ und „,“ gehen den Weg einer Änderung entlang.</translation>
    </message>
    <message>
        <source>Export the review document</source>
        <translation>Review-Dokument exportieren</translation>
    </message>
    <message>
        <source>An export is still under way. The window closes once it is done.</source>
        <translation>Ein Export läuft noch. Das Fenster schließt sich, sobald er fertig ist.</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Close without waiting</source>
        <translation>Schließen, ohne zu warten</translation>
    </message>
    <message>
        <source>Exporting …</source>
        <translation>Wird exportiert …</translation>
    </message>
</context>
<context>
    <name>factline::shell::NoticeBar</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the notice</source>
        <translation>Hinweis schließen</translation>
    </message>
</context>
<context>
    <name>factline::shell::OutsideChanges</name>
    <message>
        <source>%1 What this window shows is kept; saving writes it anew.</source>
        <translation>%1 Was dieses Fenster zeigt, bleibt erhalten; Speichern schreibt es neu.</translation>
    </message>
    <message>
        <source>The folder %1 is not there at the moment. What this window shows is kept; save it when the folder is back, or under another name.</source>
        <translation>Der Ordner %1 ist gerade nicht da. Was dieses Fenster zeigt, bleibt erhalten; speichern, wenn der Ordner wieder da ist, oder unter anderem Namen.</translation>
    </message>
    <message>
        <source>Somebody changed %1 on disk; this window shows the new version.</source>
        <translation>Jemand hat %1 auf der Platte geändert; dieses Fenster zeigt die neue Version.</translation>
    </message>
    <message>
        <source>Back to the former version</source>
        <translation>Zurück zur vorigen Version</translation>
    </message>
    <message>
        <source>Somebody changed %1 on disk, and so did you here.</source>
        <translation>%1 wurde auf der Platte geändert und hier ebenfalls.</translation>
    </message>
    <message>
        <source>Nothing was saved: somebody changed %1 on disk, and so did you here.</source>
        <translation>Nichts wurde gespeichert: %1 wurde auf der Platte geändert und hier ebenfalls.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meine behalten</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Andere übernehmen</translation>
    </message>
    <message>
        <source>%1: two versions — Factline</source>
        <translation>%1: zwei Versionen — Factline</translation>
    </message>
    <message>
        <source>In this window</source>
        <translation>In diesem Fenster</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>Auf der Platte</translation>
    </message>
</context>
<context>
    <name>factline::shell::SampleCard</name>
    <message>
        <source>%1 elements</source>
        <translation>%1 Elemente</translation>
    </message>
</context>
<context>
    <name>factline::shell::Saving</name>
    <message>
        <source>Save the model</source>
        <translation>Modell speichern</translation>
    </message>
    <message>
        <source>Factline models (*.factline.yaml *.yaml *.yml)</source>
        <translation>Factline-Modelle (*.factline.yaml *.yaml *.yml)</translation>
    </message>
    <message>
        <source>“%1” has changes that are not saved.</source>
        <translation>„%1“ hat ungespeicherte Änderungen.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>“%1” is still being saved: the drive takes its time. The window closes once it is done.</source>
        <translation>„%1“ wird noch gespeichert: Das Laufwerk lässt sich Zeit. Das Fenster schließt sich, sobald es fertig ist.</translation>
    </message>
    <message>
        <source>Close without waiting</source>
        <translation>Schließen, ohne zu warten</translation>
    </message>
</context>
<context>
    <name>factline::shell::StageChooser</name>
    <message>
        <source>Which stage of the migration picture and problems are of</source>
        <translation>Zu welcher Stufe der Migration Bild und Probleme gehören</translation>
    </message>
    <message>
        <source>%1 (today)</source>
        <translation>%1 (heute)</translation>
    </message>
    <message>
        <source>Stage: %1</source>
        <translation>Stufe: %1</translation>
    </message>
</context>
<context>
    <name>factline::shell::StartPage</name>
    <message>
        <source>Who owns which fact, who hears of it, and what each takes it to mean.</source>
        <translation>Wem welcher Fakt gehört, wer davon erfährt und was jeder darunter versteht.</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>New model</source>
        <translation>Neues Modell</translation>
    </message>
    <message>
        <source>Begin with an empty canvas (Ctrl+N)</source>
        <translation>Mit leerer Zeichenfläche beginnen (Strg+N)</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>Open a model&apos;s file (Ctrl+O)</source>
        <translation>Datei eines Modells öffnen (Strg+O)</translation>
    </message>
    <message>
        <source>Paste YAML</source>
        <translation>YAML einfügen</translation>
    </message>
    <message>
        <source>Make a model of the text on the clipboard (Ctrl+Shift+V)</source>
        <translation>Aus dem Text der Zwischenablage ein Modell machen (Strg+Umschalt+V)</translation>
    </message>
    <message>
        <source>Opened lately</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
</context>
<context>
    <name>factline::shell::StatusLine</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Stage: %1</source>
        <translation>Stufe: %1</translation>
    </message>
    <message>
        <source>⚠ The picture is stale: the YAML has an error</source>
        <translation>⚠ Das Bild ist veraltet: Das YAML hat einen Fehler</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Unsaved</source>
        <translation>Ungespeichert</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Wird gespeichert …</translation>
    </message>
</context>
<context>
    <name>factline::shell::ToolBar</name>
    <message>
        <source>Toolbar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Was wäre wenn</translation>
    </message>
</context>
<context>
    <name>factline::shell::WhatIfBar</name>
    <message>
        <source>Back to the model</source>
        <translation>Zurück zum Modell</translation>
    </message>
    <message>
        <source>What if – nothing is changed yet</source>
        <translation>Was wäre wenn – noch ist nichts geändert</translation>
    </message>
    <message numerus="yes">
        <source>What if – %n thing(s) assumed, the model is as it was</source>
        <translation>
            <numerusform>Was wäre wenn – %n Annahme, das Modell ist wie zuvor</numerusform>
            <numerusform>Was wäre wenn – %n Annahmen, das Modell ist wie zuvor</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>factline::shell::Yielding</name>
    <message>
        <source>A click on the tab in front folds the panels away, another one brings them back (%1)</source>
        <translation>Ein Klick auf den vorderen Reiter klappt die Bereiche ein, ein weiterer holt sie zurück (%1)</translation>
    </message>
</context>
<context>
    <name>factline::viewmodels::ChangesModel</name>
    <message>
        <source>no name yet</source>
        <translation>noch ohne Name</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>what it was and what it is</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>The model itself</source>
        <translation>Das Modell selbst</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>a kind in a context</comment>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>changed The model itself</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 %2, %3</source>
        <comment>new OrderPlaced, event in orders</comment>
        <translation>%1: %2, %3</translation>
    </message>
</context>
<context>
    <name>factline::viewmodels::GeneratedFilesModel</name>
    <message numerus="yes">
        <source>%n to write</source>
        <translation>
            <numerusform>%n zu schreiben</numerusform>
            <numerusform>%n zu schreiben</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>factline::viewmodels::LineNotes</name>
    <message>
        <source>line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1, Zeile %2: %3</translation>
    </message>
</context>
<context>
    <name>factline::viewmodels::OutlineModel</name>
    <message>
        <source>%1, not there at this stage</source>
        <translation>%1, in dieser Stufe nicht vorhanden</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Aussagen</translation>
    </message>
    <message>
        <source>Audiences</source>
        <translation>Zielgruppen</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n problem(s)</source>
        <translation>
            <numerusform>%1, %n Problem</numerusform>
            <numerusform>%1, %n Probleme</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>factline::viewmodels::PicksModel</name>
    <message>
        <source>%1. The context calls for it.</source>
        <translation>%1. Der Kontext verlangt es.</translation>
    </message>
    <message>
        <source>%1. Nothing in the context calls for it.</source>
        <translation>%1. Nichts im Kontext verlangt es.</translation>
    </message>
</context>
<context>
    <name>factline::viewmodels::ProblemsModel</name>
    <message>
        <source>The whole model</source>
        <translation>Das ganze Modell</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Hints</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>hint</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>factline::viewmodels::QuestionsModel</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 Asked by %2.</source>
        <translation>%1 Gefragt von %2.</translation>
    </message>
</context>
<context>
    <name>factline::viewmodels::RowsModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>factline::viewmodels::ScenarioTable</name>
    <message>
        <source>?</source>
        <translation>?</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>, %1 of the error budget</source>
        <translation>, %1 des Fehlerbudgets</translation>
    </message>
</context>
<context>
    <name>factline::viewmodels::UsedInModel</name>
    <message>
        <source>fed by</source>
        <translation>gespeist von</translation>
    </message>
    <message>
        <source>when</source>
        <translation>wenn</translation>
    </message>
    <message>
        <source>Used in</source>
        <translation>Verwendet in</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>Verwendet</translation>
    </message>
    <message>
        <source>%1 %2, by %3</source>
        <translation>%1 %2, über %3</translation>
    </message>
</context>
</TS>
