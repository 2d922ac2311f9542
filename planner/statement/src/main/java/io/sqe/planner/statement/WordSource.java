package io.sqe.planner.statement;

import io.sqe.planner.statement.grammar.SimpleCharStream;
import io.sqe.planner.statement.grammar.SqeParserConstants;
import io.sqe.planner.statement.grammar.SqeParserTokenManager;
import io.sqe.planner.statement.grammar.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of a text as the parser is to see them: a keyword that stands where only a name can, and that SQL does not reserve, is a name.
 *
 * <p>Saying so here, by the words beside it, is certain and quick. In the grammar each such word would add choices that it cannot make with
 * the few words that it looks ahead.
 */
public final class WordSource extends SqeParserTokenManager {
    private final List<Token> ahead = new ArrayList<>();
    private final Place place = new Place(distance -> peek(distance).kind);

    public WordSource(SimpleCharStream text) {
        super(text);
    }

    @Override
    public Token getNextToken() {
        Token word = ahead.isEmpty() ? super.getNextToken() : ahead.removeFirst();
        if (KeywordPlaces.isName(word.kind, place)) {
            word.kind = SqeParserConstants.IDENTIFIER;
        }
        place.add(word.kind);
        return word;
    }

    private Token peek(int distance) {
        while (ahead.size() < distance) {
            ahead.add(super.getNextToken());
        }
        return ahead.get(distance - 1);
    }
}
