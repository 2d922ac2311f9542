package io.sqe.gateway.observation.sql;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises what looks like a person's data. Best effort: what it does not recognise may still be personal. */
final class PersonalData {
    private static final Map<String, Pattern> PATTERNS = new LinkedHashMap<>();

    static {
        PATTERNS.put("EMAIL", Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,255}\\.[A-Za-z]{2,24}"));
        PATTERNS.put("SSN", Pattern.compile("\\b\\d{3}-\\d{2}-\\d{4}\\b"));
        PATTERNS.put("CARD", Pattern.compile("\\b\\d(?:[ -]?\\d){12,15}\\b"));
        PATTERNS.put("IBAN", Pattern.compile("\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\\b"));
        PATTERNS.put(
                "PHONE",
                Pattern.compile("(?:\\+\\d{1,3}[ -.]?)?(?:\\(\\d{3}\\)|\\b\\d{3})[ .-]\\d{3,4}(?:[ .-]\\d{4})?\\b"));
    }

    private PersonalData() {}

    static Optional<String> kindOf(String literal) {
        return PATTERNS.entrySet().stream()
                .filter(pattern -> pattern.getValue()
                        .matcher(literal)
                        .results()
                        .anyMatch(found -> isOfKind(pattern.getKey(), found.group())))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    static String redact(String text) {
        String redacted = text;
        for (Map.Entry<String, Pattern> pattern : PATTERNS.entrySet()) {
            redacted = pattern.getValue()
                    .matcher(redacted)
                    .replaceAll(found -> Matcher.quoteReplacement(
                            isOfKind(pattern.getKey(), found.group())
                                    ? "[REDACTED:" + pattern.getKey() + "]"
                                    : found.group()));
        }
        return redacted;
    }

    private static boolean isOfKind(String kind, String text) {
        return !kind.equals("CARD") || passesLuhn(text);
    }

    /** The check digit of card numbers. */
    private static boolean passesLuhn(String text) {
        int sum = 0;
        boolean doubled = false;
        for (int i = text.length() - 1; i >= 0; i--) {
            int digit = Character.digit(text.charAt(i), 10);
            if (digit >= 0) {
                int weighted = doubled ? 2 * digit : digit;
                sum += weighted > 9 ? weighted - 9 : weighted;
                doubled = !doubled;
            }
        }
        return sum % 10 == 0;
    }
}
