package io.sqe.function;

import static io.sqe.function.Declaring.scalar;

import java.util.List;

/** Functions of bytes, and of texts as bytes. */
final class BinaryFunctions {
    static final List<FunctionDeclaration> ALL = List.of(
            scalar("to_utf8")
                    .gives("varbinary", "varchar")
                    .duckdb("encode")
                    .answers("a", "'a'")
                    .says("The bytes of a string in UTF-8."),
            scalar("from_utf8")
                    .gives("varchar", "varbinary")
                    .duckdb("decode")
                    .mayFail()
                    .answers("a", "encode('a')")
                    .says("The string that bytes are in UTF-8."),
            scalar("to_hex")
                    .gives("varchar", "varbinary")
                    .duckdb("hex")
                    .answers("61", "encode('a')")
                    .says("Bytes as hexadecimal digits."),
            scalar("from_hex")
                    .gives("varbinary", "varchar")
                    .duckdb("unhex")
                    .mayFail()
                    .answers("a", "'61'")
                    .says("The bytes that hexadecimal digits stand for."),
            scalar("to_base64")
                    .gives("varchar", "varbinary")
                    .answers("YQ==", "encode('a')")
                    .says("Bytes in base 64."),
            scalar("from_base64")
                    .gives("varbinary", "varchar")
                    .mayFail()
                    .answers("a", "'YQ=='")
                    .says("The bytes that a string in base 64 stands for."),
            scalar("to_base64url")
                    .gives("varchar", "varbinary")
                    .duckdb("translate(to_base64($1), '+/', '-_')")
                    .answers("-_8=", "unhex('fbff')")
                    .says("Bytes in the base 64 of URLs."),
            scalar("from_base64url")
                    .gives("varbinary", "varchar")
                    .duckdb("from_base64(translate($1, '-_', '+/'))")
                    .mayFail()
                    .answers("a", "'YQ=='")
                    .says("The bytes that a string in the base 64 of URLs stands for."),
            digest("md5", "0cc175b9c0f1b6a831c399e269772661"),
            digest("sha1", "86f7e437faa5a7fce15d1ddcb9eaeaea377667b8"),
            digest("sha256", "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"));

    private BinaryFunctions() {}

    private static FunctionDeclaration digest(String name, String hexOfA) {
        return scalar(name)
                .gives("varbinary", "varbinary")
                .duckdb("unhex(" + name + "($1))")
                .answers("true", "encode('a')")
                .checkedBy("$result = unhex('" + hexOfA + "')")
                .says("The " + name.toUpperCase(java.util.Locale.ROOT) + " digest of bytes.");
    }
}
