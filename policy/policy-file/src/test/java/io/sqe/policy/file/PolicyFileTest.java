package io.sqe.policy.file;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFileTest {

    /** A line added to a rule that is right, and what is said about it. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            row-fliter = "a = 1"      ; line 4, column 1: rule 1: unknown key 'row-fliter'. Did you mean 'row-filter'?
            roles = []                ; line 4, column 1: rule 1: 'roles' must be a text or a list of at least one.
            roles = [1]               ; line 4, column 1: rule 1: 'roles' must be a list of texts that are not blank.
            users = ""                ; line 4, column 1: rule 1: 'users' must be a text that is not blank.
            hide = 5                  ; line 4, column 1: rule 1: 'hide' must be a text or a list of at least one.
            deny = "yes"              ; line 4, column 1: rule 1: 'deny' must be true or false.
            actions = ["selct"]       ; line 4, column 1: rule 1: 'actions' cannot be 'selct'. Did you mean 'select'? There is select, insert, create, drop, discover.
            mask = "MASK_NULL"        ; line 4, column 1: rule 1: 'mask' must be a table of columns.
            mask.mail = "MASK_NUL"    ; line 4, column 6: rule 1: unknown mask 'MASK_NUL'. Did you mean 'MASK_NULL'?
            mask.mail = "MASK_HASH"   ; line 4, column 6: rule 1: MASK_HASH needs a 'mask-key' at the top of the file.
            mask.mail = { x = "y" }   ; line 4, column 6: rule 1: the mask of 'mail' must be a text.
            table = "lake.sales.x"    ; line 5, column 1: is not TOML: Duplicate key.
            hide = [                  ; line 5, column 1: is not TOML: Premature end of file.
            """)
    void aMistakeIsRefusedWithItsPlace(String line, String message) {
        assertThatThrownBy(() -> InMemoryPolicy.parse("policy.toml", """
                # Sales may be read by everybody.
                [[rule]]
                table = "lake.sales.*"
                %s
                """.formatted(line)))
                .isInstanceOf(PolicyFileException.class)
                .hasMessageStartingWith("Policy file policy.toml, " + message)
                .hasMessageEndingWith("No access is given until it is repaired.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            defualt = "deny"               ; line 1, column 1: unknown key 'defualt'. Did you mean 'default'?
            default = "open"               ; line 1, column 1: 'default' cannot be 'open'. Did you mean 'deny'? There is deny, allow.
            mask-key = "short"             ; line 1, column 1: the key has 5 letters, but needs 16.
            [rule]                         ; line 1, column 2: write [[rule]], with two brackets.
            rule = [{ users = "ann" }]     ; line 1, column 1: rule 1: it needs a 'table': catalog.schema.table, or * for all.
            rule = [{ table = "orders" }]  ; line 1, column 11: rule 1: 'orders' does not name tables: write catalog.schema.table.
            rule = [{ table = "a..b" }]    ; line 1, column 11: rule 1: 'a..b' is not a table's name.
            rule = [{ table = "a.b.c." }]  ; line 1, column 11: rule 1: 'a.b.c.' is not a table's name.
            """)
    void aMistakeOutsideOfRulesIsRefusedWithItsPlace(String line, String message) {
        assertThatThrownBy(() -> InMemoryPolicy.parse("policy.toml", line))
                .isInstanceOf(PolicyFileException.class)
                .hasMessageStartingWith("Policy file policy.toml, " + message);
    }

    @Test
    void aRuleThatDeniesCannotRestrict() {
        assertThatThrownBy(() -> InMemoryPolicy.parse("policy.toml", """
                [[rule]]
                table = "*"

                [[rule]]
                table = "*"
                deny = true
                hide = "a"
                """))
                .isInstanceOf(PolicyFileException.class)
                .hasMessageStartingWith(
                        "Policy file policy.toml, line 7, column 1: rule 2: a rule that denies has no 'hide'.");
    }

    @Test
    void aMissingFileIsNoPolicy(@TempDir Path folder) {
        assertThatThrownBy(() -> InMemoryPolicy.read(folder.resolve("none.toml")))
                .isInstanceOf(PolicyFileException.class)
                .hasMessageEndingWith("none.toml: there is no such file. No access is given until it is repaired.");
    }
}
