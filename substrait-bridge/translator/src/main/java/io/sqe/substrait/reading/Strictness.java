package io.sqe.substrait.reading;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.substrait.proto.AdvancedExtension;
import io.substrait.proto.Plan;
import io.substrait.proto.SimpleExtensionDeclaration.ExtensionFunction;
import java.util.Set;

/**
 * Refuses what a reader would pass over without noticing: fields that are not known here, since a newer Substrait may mean much by
 * them, and enhancements, which by Substrait's own rule whoever does not know them must refuse.
 */
final class Strictness {
    /** Fields that change what a type, a name or a value means, and that are not read. */
    private static final Set<String> UNREAD = Set.of("type_variation_reference", "parameter_bindings", "type_aliases");

    private Strictness() {}

    static void check(Message message) {
        if (message instanceof AdvancedExtension extension && extension.hasEnhancement()) {
            throw Refusals.unsupported(
                    "an enhancement (%s)".formatted(extension.getEnhancement().getTypeUrl()));
        }
        if (!message.getUnknownFields().asMap().isEmpty() && !OldExtensions.isAll(message)) {
            throw Refusals.unsupported("a field of %s that is newer than %s"
                    .formatted(message.getDescriptorForType().getName(), ClientPlan.VERSION_MAX));
        }
        message.getAllFields().forEach(Strictness::check);
    }

    private static void check(FieldDescriptor field, Object value) {
        if (UNREAD.contains(field.getName()) && !isZero(value)) {
            throw Refusals.unsupported("a " + field.getName().replace('_', ' '));
        }
        if (field.getJavaType() != FieldDescriptor.JavaType.MESSAGE) {
            return;
        }
        if (value instanceof Iterable<?> many) {
            many.forEach(each -> check((Message) each));
        } else {
            check((Message) value);
        }
    }

    private static boolean isZero(Object value) {
        return value instanceof Number number && number.longValue() == 0;
    }

    /** The extensions' addresses as Substrait had them before they got names. */
    static final class OldExtensions {
        /** {@code Plan.extension_uris}. */
        static final int URIS = 1;
        /** {@code ExtensionFunction.extension_uri_reference}. */
        static final int URI_REFERENCE = 1;

        private OldExtensions() {}

        private static boolean isAll(Message message) {
            Set<Integer> unknown = message.getUnknownFields().asMap().keySet();
            return switch (message) {
                case Plan _ -> unknown.equals(Set.of(URIS));
                case ExtensionFunction _ -> unknown.equals(Set.of(URI_REFERENCE));
                default -> false;
            };
        }
    }
}
