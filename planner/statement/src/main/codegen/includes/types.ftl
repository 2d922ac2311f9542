<#-- Types in Trino's and Spark's spelling. -->

SqlTypeNameSpec TrinoTypeName() :
{
    final Span s;
    final SqlDataTypeSpec element;
    final SqlDataTypeSpec value;
}
{
    <STRING> { return new SqlBasicTypeNameSpec(SqlTypeName.VARCHAR, getPos()); }
|
    <ARRAY> { s = span(); }
    ( <LPAREN> element = DataType() <RPAREN> | <LT> element = DataType() <GT> )
    { return new SqlCollectionTypeNameSpec(element.getTypeNameSpec(), SqlTypeName.ARRAY, s.end(this)); }
|
    <MAP> { s = span(); }
    ( <LPAREN> element = DataType() <COMMA> value = DataType() <RPAREN> | <LT> element = DataType() <COMMA> value = DataType() <GT> )
    { return new SqlMapTypeNameSpec(element.withNullable(false), value.withNullable(true), s.end(this)); }
}
