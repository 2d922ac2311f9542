package io.sqe.cli.shell;

import java.util.List;
import org.jline.reader.CompletingParsedLine;

/** A line of which one word, up to the cursor, may be completed; the word is a whole path of identifiers. */
record SqlLine(String line, int cursor, String word) implements CompletingParsedLine {

    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
        return candidate;
    }

    @Override
    public int rawWordCursor() {
        return word.length();
    }

    @Override
    public int rawWordLength() {
        return word.length();
    }

    @Override
    public int wordCursor() {
        return word.length();
    }

    @Override
    public int wordIndex() {
        return 0;
    }

    @Override
    public List<String> words() {
        return List.of(word);
    }
}
