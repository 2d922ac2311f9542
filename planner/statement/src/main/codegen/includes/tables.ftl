<#-- Table references that Calcite's grammar does not have. -->

/** FOR VERSION AS OF 1, FOR VERSION AS OF 'branch', FOR TIMESTAMP AS OF expression, and SQL's spelling of both. */
SqlNode TableAtVersion(SqlNode tableRef) :
{
    final Span s;
    final SqlNode at;
    final TableAtVersion.Axis axis;
}
{
    <FOR> { s = Span.of(tableRef); }
    (
        ( <VERSION> | <SYSTEM_VERSION> ) { axis = TableAtVersion.Axis.VERSION; }
    |
        ( <TIMESTAMP> | <SYSTEM_TIME> ) { axis = TableAtVersion.Axis.TIMESTAMP; }
    )
    <AS> <OF>
    at = Expression(ExprContext.ACCEPT_NON_QUERY)
    { return new TableAtVersion(s.end(this), tableRef, axis, at); }
}

/** FROM 'file.parquet'. */
SqlNode ExtendedTableRef() :
{
    final String location;
}
{
    location = TextLiteral() { return new FileTable(getPos(), location); }
}

void StarChangeAhead() :
{
}
{
    <EXCLUDE>
|
    <REPLACE> <LPAREN>
|
    <EXCEPT> <LPAREN> SimpleIdentifier() ( <COMMA> | <RPAREN> )
}

SqlNode StarChange(SqlIdentifier star) :
{
    SqlNodeList excluded = SqlNodeList.EMPTY;
    final List<SqlNode> replaced = new ArrayList<SqlNode>();
}
{
    (
        ( <EXCLUDE> | <EXCEPT> ) excluded = SimpleIdentifierOrList()
        [ LOOKAHEAD(2) Replacements(replaced) ]
    |
        Replacements(replaced)
    )
    { return new StarChange(Span.of(star).end(this), star, excluded, new SqlNodeList(replaced, getPos())); }
}

void Replacements(List<SqlNode> replaced) :
{
}
{
    <REPLACE> <LPAREN> Replacement(replaced) ( <COMMA> Replacement(replaced) )* <RPAREN>
}

void Replacement(List<SqlNode> replaced) :
{
    final SqlNode e;
    final SqlIdentifier name;
}
{
    e = Expression(ExprContext.ACCEPT_SUB_QUERY) [ <AS> ] name = SimpleIdentifier()
    { replaced.add(SqlStdOperatorTable.AS.createCall(Span.of(e).end(this), e, name)); }
}

/** value::type. */
void InfixCast(List<Object> list, ExprContext exprContext, Span s) :
{
    final SqlDataTypeSpec type;
}
{
    <INFIX_CAST> { checkNonQueryExpression(exprContext); }
    type = DataType() {
        list.add(new SqlParserUtil.ToTreeListItem(SqlLibraryOperators.INFIX_CAST, s.pos()));
        list.add(type);
    }
}

/** value AT TIME ZONE 'zone'. */
void AtTimeZone(List<Object> list, ExprContext exprContext, Span s) :
{
    final SqlNode zone;
}
{
    <AT> { checkNonQueryExpression(exprContext); }
    <TIME> <ZONE>
    zone = SimpleStringLiteralNode() {
        list.add(new SqlParserUtil.ToTreeListItem(AtTimeZone.OPERATOR, getPos()));
        list.add(zone);
    }
}

SqlNode SimpleStringLiteralNode() :
{
    final String text;
}
{
    text = TextLiteral() { return SqlLiteral.createCharString(text, getPos()); }
}
