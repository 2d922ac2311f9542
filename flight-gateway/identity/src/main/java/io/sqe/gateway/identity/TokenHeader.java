package io.sqe.gateway.identity;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the first point of a JOSE token (RFC 7515, RFC 7516); nothing of it is proved. It is looked at first, since the
 * library that parses tokens does not refuse every text that is none but fails on some.
 *
 * @param pieces of the token: three if it is signed, five if it is encrypted
 */
public record TokenHeader(Map<String, Object> fields, int pieces) {

    public TokenHeader {
        fields = Collections.unmodifiableMap(fields);
    }

    /** Empty if a text is no token at all. */
    public static Optional<TokenHeader> of(String token) {
        String[] pieces = token.split("\\.", -1);
        try {
            @Nullable Map<String, Object> fields = JSONObjectUtils.parse(new Base64URL(pieces[0]).decodeToString());
            return Optional.ofNullable(fields).map(known -> new TokenHeader(known, pieces.length));
        } catch (ParseException noToken) {
            return Optional.empty();
        }
    }

    public boolean says(String name, String value) {
        return value.equals(fields.get(name));
    }

    public Optional<String> text(String name) {
        return fields.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    public boolean hasOnly(String... names) {
        return fields.keySet().equals(Set.of(names));
    }
}
