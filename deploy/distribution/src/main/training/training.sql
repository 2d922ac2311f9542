-- What the AOT cache is trained with: the statements that people start with. Each class that these touch is loaded and
-- linked in the cache, and each method that gets warm is profiled. Rows do not matter, ways through the code do.
SELECT 1;
SHOW CATALOGS;
CREATE SCHEMA lake.training;
USE lake.training;

CREATE TABLE nation AS
SELECT * FROM (VALUES (1, 'FRANCE', 1), (2, 'GERMANY', 1), (3, 'JAPAN', 2)) AS v(n_nationkey, n_name, n_regionkey);

CREATE TABLE customer AS
SELECT * FROM (VALUES (1, 'Ada', 1, CAST(12.50 AS DECIMAL(15, 2)), 'BUILDING'), (2, 'Bo', 2, CAST(-1.00 AS DECIMAL(15, 2)), 'MACHINERY'))
  AS v(c_custkey, c_name, c_nationkey, c_acctbal, c_mktsegment);

CREATE TABLE orders (
    o_orderkey BIGINT, o_custkey BIGINT, o_orderstatus VARCHAR, o_totalprice DECIMAL(15, 2), o_orderdate DATE,
    o_orderpriority VARCHAR, o_at TIMESTAMP)
PARTITIONED BY (month(o_orderdate));

INSERT INTO orders VALUES
    (1, 1, 'O', 10.00, DATE '1995-01-05', '1-URGENT', TIMESTAMP '1995-01-05 10:00:00'),
    (2, 1, 'F', 20.00, DATE '1995-02-05', '5-LOW', TIMESTAMP '1995-02-05 10:00:00'),
    (3, 2, 'O', 30.00, DATE '1996-03-05', '3-MEDIUM', NULL);

CREATE TABLE lineitem AS
SELECT o_orderkey AS l_orderkey, o_orderstatus AS l_linestatus, CAST(1.00 AS DECIMAL(15, 2)) AS l_quantity,
       o_totalprice AS l_extendedprice, CAST(0.05 AS DECIMAL(15, 2)) AS l_discount, o_orderdate AS l_shipdate,
       o_orderdate AS l_commitdate, o_orderdate + INTERVAL '3' DAY AS l_receiptdate
FROM orders;

SHOW SCHEMAS;
SHOW TABLES;
SHOW COLUMNS FROM orders;
DESCRIBE orders;
SHOW CREATE TABLE orders;
SHOW FUNCTIONS LIKE 'sub%';

SELECT * FROM nation;
SELECT count(*) FROM lineitem;

SELECT l_linestatus, sum(l_quantity) AS quantity, sum(l_extendedprice * (1 - l_discount)) AS price, avg(l_discount) AS discount,
       count(DISTINCT l_orderkey) AS orders
FROM lineitem
WHERE l_shipdate <= DATE '1998-12-01' - INTERVAL '90' DAY
GROUP BY l_linestatus
HAVING count(*) > 0
ORDER BY l_linestatus;

SELECT n_name, sum(l_extendedprice * (1 - l_discount)) AS revenue
FROM customer
JOIN orders ON c_custkey = o_custkey
JOIN lineitem ON l_orderkey = o_orderkey
LEFT JOIN nation ON c_nationkey = n_nationkey
WHERE o_orderdate >= DATE '1994-01-01' AND o_orderdate < DATE '1994-01-01' + INTERVAL '1' YEAR AND c_mktsegment LIKE 'BUILD%'
GROUP BY n_name
ORDER BY revenue DESC
LIMIT 10;

WITH best AS (
    SELECT c_name, o_totalprice, row_number() OVER (PARTITION BY c_nationkey ORDER BY o_totalprice DESC) AS place,
           sum(o_totalprice) OVER (ORDER BY o_orderdate ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS running
    FROM orders, customer
    WHERE o_custkey = c_custkey)
SELECT * FROM best WHERE place = 1 ORDER BY 2 DESC;

SELECT o_orderpriority, count(*) AS orders
FROM orders
WHERE EXISTS (SELECT 1 FROM lineitem WHERE l_orderkey = o_orderkey AND l_commitdate < l_receiptdate)
  AND o_totalprice > (SELECT avg(o_totalprice) / 10 FROM orders) AND o_custkey IN (SELECT c_custkey FROM customer)
GROUP BY o_orderpriority;

SELECT CASE WHEN c_acctbal < 0 THEN 'owes' ELSE coalesce(upper(c_name), '?') END AS who, extract(YEAR FROM DATE '1995-01-05') AS y,
       substring(c_name, 1, 2) || '!' AS s, round(c_acctbal, 1) AS r, CAST(c_acctbal AS DOUBLE) AS d
FROM customer
UNION ALL
SELECT 'x', 1, 'y', 1.0, 1.5;

EXPLAIN SELECT c_name FROM customer WHERE c_custkey = 1;
EXPLAIN ANALYZE SELECT c_mktsegment, count(*) FROM customer GROUP BY c_mktsegment;

DROP TABLE lineitem;
