<#-- The statements that Calcite's grammar does not have. Each makes a record of package io.sqe.planner.statement. -->

SqlNode ShowStatement() :
{
    final Span s;
    Statement statement;
    final SqlIdentifier name;
    Optional<SqlIdentifier> scope = Optional.empty();
    Optional<LikePattern> like = Optional.empty();
}
{
    <SHOW> { s = span(); }
    (
        <CATALOGS> [ like = Like() ] { statement = new Statement.ShowCatalogs(like); }
    |
        <SCHEMAS> [ scope = Scoped() ] [ like = Like() ] { statement = new Statement.ShowSchemas(scope, like); }
    |
        <TABLES> [ scope = Scoped() ] [ like = Like() ] { statement = new Statement.ShowTables(scope, like); }
    |
        <VIEWS> [ scope = Scoped() ] [ like = Like() ] { statement = new Statement.ShowViews(scope, like); }
    |
        <COLUMNS> ( <FROM> | <IN> ) name = CompoundIdentifier() [ like = Like() ] { statement = new Statement.ShowColumns(name, like); }
    |
        <FUNCTIONS> [ like = Like() ] { statement = new Statement.ShowFunctions(like); }
    |
        <CREATE>
        (
            <TABLE> name = CompoundIdentifier() { statement = new Statement.ShowCreateTable(name); }
        |
            <VIEW> name = CompoundIdentifier() { statement = new Statement.ShowCreateView(name); }
        )
    )
    { return new StatementNode(s.end(this), statement); }
}

Optional<SqlIdentifier> Scoped() :
{
    final SqlIdentifier name;
}
{
    ( <FROM> | <IN> ) name = CompoundIdentifier() { return Optional.of(name); }
}

Optional<LikePattern> Like() :
{
    final String pattern;
    String escape = null;
}
{
    <LIKE> pattern = TextLiteral() [ <ESCAPE> escape = TextLiteral() ]
    { return Optional.of(new LikePattern(pattern, Optional.ofNullable(escape))); }
}

String TextLiteral() :
{
}
{
    <QUOTED_STRING> { return SqlParserUtil.parseString(token.image); }
}

SqlNode UseStatement() :
{
    final Span s;
    final SqlIdentifier name;
}
{
    <USE> { s = span(); } name = CompoundIdentifier() { return new StatementNode(s.end(this), new Statement.Use(name)); }
}

SqlNode ExplainStatement() :
{
    final Span s;
    final SqlNode explained;
    Statement.ExplainMode mode = Statement.ExplainMode.LOGICAL;
}
{
    <EXPLAIN> { s = span(); }
    [
        LOOKAHEAD(ExplainModeAhead())
        (
        <ANALYZE> { mode = Statement.ExplainMode.ANALYZE; }
    |
        <LPAREN>
        (
            <LOGICAL>
        |
            <SUBSTRAIT> { mode = Statement.ExplainMode.SUBSTRAIT; }
        |
            <ENGINE> { mode = Statement.ExplainMode.ENGINE; }
        )
        <RPAREN>
    |
        <LOGICAL>
    |
        <SUBSTRAIT> { mode = Statement.ExplainMode.SUBSTRAIT; }
    |
        <ENGINE> { mode = Statement.ExplainMode.ENGINE; }
        )
    ]
    (
        explained = SqlQueryOrDml()
    |
        explained = CreateStatement()
    )
    { return new StatementNode(s.end(this), new Statement.Explain(mode, Statement.of(explained))); }
}

void ExplainModeAhead() :
{
}
{
    <ANALYZE> | <LOGICAL> | <SUBSTRAIT> | <ENGINE> | <LPAREN> ( <LOGICAL> | <SUBSTRAIT> | <ENGINE> ) <RPAREN>
}

SqlNode DescribeStatement() :
{
    final Span s;
    final SqlIdentifier name;
}
{
    ( <DESCRIBE> | <DESC> ) { s = span(); } [ <TABLE> ] name = CompoundIdentifier()
    { return new StatementNode(s.end(this), new Statement.Describe(name)); }
}

SqlNode CreateStatement() :
{
    final Span s;
    final Statement statement;
    OrReplace orReplace = OrReplace.NO;
}
{
    <CREATE> { s = span(); }
    [ <OR> <REPLACE> { orReplace = OrReplace.YES; } ]
    (
        statement = CreateTable(orReplace)
    |
        statement = CreateView(orReplace)
    |
        statement = CreateSchema()
    )
    { return new StatementNode(s.end(this), statement); }
}

IfExists IfNotExists() :
{
}
{
    <IF> <NOT> <EXISTS> { return IfExists.IGNORE; }
|
    { return IfExists.FAIL; }
}

IfMissing IfExistsOpt() :
{
}
{
    <IF> <EXISTS> { return IfMissing.IGNORE; }
|
    { return IfMissing.FAIL; }
}

Statement CreateTable(OrReplace orReplace) :
{
    final IfExists ifExists;
    final SqlIdentifier name;
    String text;
    SqlNode query;
    final CreateTableParts parts = new CreateTableParts();
}
{
    <TABLE>
    ifExists = IfNotExists()
    name = CompoundIdentifier()
    [ <LPAREN> ColumnDefinition(parts) ( <COMMA> ColumnDefinition(parts) )* <RPAREN> ]
    (
        <COMMENT> text = TextLiteral() { parts.comment(text); }
    |
        <PARTITIONED> <BY> <LPAREN> PartitionTerm(parts) ( <COMMA> PartitionTerm(parts) )* <RPAREN>
    |
        LOOKAHEAD(2)
        <WITH> <LPAREN> Property(parts) ( <COMMA> Property(parts) )* <RPAREN>
    )*
    [
        <AS> query = OrderedQueryOrExpr(ExprContext.ACCEPT_QUERY) { parts.query(query); }
        [ <WITH> ( <DATA> | <NO> <DATA> { parts.withoutData(); } ) ]
    ]
    { return parts.build(name, orReplace, ifExists); }
}

void ColumnDefinition(CreateTableParts parts) :
{
    final SqlIdentifier name;
    final SqlDataTypeSpec type;
    boolean nullable = true;
    String comment = null;
    SqlNode writeDefault = null;
}
{
    name = SimpleIdentifier() type = DataType()
    (
        <NOT> <NULL> { nullable = false; }
    |
        <NULL>
    |
        <DEFAULT_> writeDefault = Expression(ExprContext.ACCEPT_NON_QUERY)
    |
        <COMMENT> comment = TextLiteral()
    )*
    { parts.column(new ColumnDefinition(name, type.withNullable(nullable), Optional.ofNullable(comment), Optional.ofNullable(writeDefault))); }
}

void PartitionTerm(CreateTableParts parts) :
{
    final SqlNode term;
}
{
    term = Expression(ExprContext.ACCEPT_NON_QUERY) { parts.partition(term); }
}

void Property(CreateTableParts parts) :
{
    final SqlParserPos pos;
    final String key;
    final SqlNode value;
}
{
    key = PropertyKey() { pos = getPos(); } <EQ> value = Expression(ExprContext.ACCEPT_NON_QUERY) { parts.property(key, value, pos); }
}

String PropertyKey() :
{
    final SqlIdentifier name;
    final String text;
}
{
    name = CompoundIdentifier() { return String.join(".", name.names); }
|
    text = TextLiteral() { return text; }
}

Statement CreateView(OrReplace orReplace) :
{
    final IfExists ifExists;
    final SqlIdentifier name;
    SqlNodeList columns = SqlNodeList.EMPTY;
    final SqlNode query;
    final Token first;
}
{
    <VIEW>
    ifExists = IfNotExists()
    name = CompoundIdentifier()
    [ columns = ParenthesizedSimpleIdentifierList() ]
    [ <SECURITY> <INVOKER> ]
    <AS> { first = getToken(1); }
    query = OrderedQueryOrExpr(ExprContext.ACCEPT_QUERY)
    {
        return Statement.CreateView.of(name, orReplace, ifExists, columns, query,
            new TextSpan(first.beginLine, first.beginColumn, getToken(0).endLine, getToken(0).endColumn));
    }
}

Statement CreateSchema() :
{
    final IfExists ifExists;
    final SqlIdentifier name;
    final CreateTableParts parts = new CreateTableParts();
}
{
    <SCHEMA>
    ifExists = IfNotExists()
    name = CompoundIdentifier()
    [ <WITH> <LPAREN> Property(parts) ( <COMMA> Property(parts) )* <RPAREN> ]
    { return new Statement.CreateSchema(name, ifExists, parts.properties()); }
}

SqlNode DropStatement() :
{
    final Span s;
    final Statement statement;
    final IfMissing ifMissing;
    final SqlIdentifier name;
}
{
    <DROP> { s = span(); }
    (
        <TABLE> ifMissing = IfExistsOpt() name = CompoundIdentifier() { statement = new Statement.DropTable(name, ifMissing); }
    |
        <VIEW> ifMissing = IfExistsOpt() name = CompoundIdentifier() { statement = new Statement.DropView(name, ifMissing); }
    |
        <SCHEMA> ifMissing = IfExistsOpt() name = CompoundIdentifier() [ <RESTRICT> ]
        { statement = new Statement.DropSchema(name, ifMissing); }
    )
    { return new StatementNode(s.end(this), statement); }
}
