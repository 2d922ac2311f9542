package io.sqe.substrait.reading;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import io.sqe.function.SubstraitName;
import io.sqe.substrait.reading.Strictness.OldExtensions;
import io.substrait.proto.Plan;
import io.substrait.proto.SimpleExtensionDeclaration;
import io.substrait.proto.SimpleExtensionDeclaration.ExtensionFunction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the numbers are called by which a plan refers to functions. */
final class CalledFunctions {
    /** The address of one of Substrait's own extension files; only what the file is called matters. */
    private static final Pattern STANDARD_URI = Pattern.compile("(?:.*/)?functions_([a-z_]+)\\.yaml");

    private final Map<Integer, SubstraitName> names = new HashMap<>();

    CalledFunctions(Plan plan) {
        Map<Integer, String> urns = new HashMap<>();
        plan.getExtensionUrnsList().forEach(urn -> urns.put(urn.getExtensionUrnAnchor(), urn.getUrn()));
        Map<Integer, String> uris = uris(plan);
        for (SimpleExtensionDeclaration declaration : plan.getExtensionsList()) {
            if (declaration.hasExtensionFunction()) {
                add(declaration.getExtensionFunction(), urns, uris);
            }
        }
    }

    private void add(ExtensionFunction function, Map<Integer, String> urns, Map<Integer, String> uris) {
        List<Long> old = function.getUnknownFields()
                .getField(OldExtensions.URI_REFERENCE)
                .getVarintList();
        String urn = old.isEmpty() || function.getExtensionUrnReference() != 0
                ? urns.getOrDefault(function.getExtensionUrnReference(), "")
                : uris.getOrDefault(Math.toIntExact(old.getLast()), "");
        String withoutTypes = function.getName().split(":", 2)[0];
        names.put(function.getFunctionAnchor(), new SubstraitName(urn, withoutTypes));
    }

    /** The addresses in {@code Plan.extension_uris}, as the names that Substrait has since given those files. */
    private static Map<Integer, String> uris(Plan plan) {
        Map<Integer, String> names = new HashMap<>();
        for (ByteString bytes :
                plan.getUnknownFields().getField(OldExtensions.URIS).getLengthDelimitedList()) {
            UnknownFieldSet uri = fields(bytes);
            List<Long> anchors = uri.getField(1).getVarintList();
            List<ByteString> texts = uri.getField(2).getLengthDelimitedList();
            Matcher file =
                    STANDARD_URI.matcher(texts.isEmpty() ? "" : texts.getLast().toStringUtf8());
            if (file.matches()) {
                int anchor = anchors.isEmpty() ? 0 : Math.toIntExact(anchors.getLast());
                names.put(anchor, SubstraitName.standard(file.group(1), "").urn());
            }
        }
        return names;
    }

    private static UnknownFieldSet fields(ByteString message) {
        try {
            return UnknownFieldSet.parseFrom(message);
        } catch (InvalidProtocolBufferException garbage) {
            throw Refusals.malformed("an extension's address is no message");
        }
    }

    SubstraitName name(int anchor) {
        SubstraitName name = names.get(anchor);
        if (name == null) {
            throw Refusals.malformed("it calls function %d, which it does not declare".formatted(anchor));
        }
        return name;
    }
}
