-- The demo: TPC-H at scale 0.1 as Iceberg tables. Every statement runs as written in any `sqe` shell.
.timer on
USE lake.tpch_0_1;
SHOW TABLES;

.print
.print What was sold, by status (TPC-H 1)
SELECT l_returnflag, l_linestatus, sum(l_quantity) AS quantity, sum(l_extendedprice) AS price,
       avg(l_discount) AS discount, count(*) AS lines
FROM lineitem
WHERE l_shipdate <= DATE '1998-12-01' - INTERVAL '90' DAY
GROUP BY l_returnflag, l_linestatus
ORDER BY l_returnflag, l_linestatus;

.print
.print Revenue within one region (TPC-H 5)
SELECT n_name, sum(l_extendedprice * (1 - l_discount)) AS revenue
FROM customer
JOIN orders ON c_custkey = o_custkey
JOIN lineitem ON l_orderkey = o_orderkey
JOIN supplier ON l_suppkey = s_suppkey AND c_nationkey = s_nationkey
JOIN nation ON s_nationkey = n_nationkey
JOIN region ON n_regionkey = r_regionkey
WHERE r_name = 'ASIA' AND o_orderdate >= DATE '1994-01-01' AND o_orderdate < DATE '1995-01-01'
GROUP BY n_name
ORDER BY revenue DESC;

.print
.print Each nation's best customer, by a window
SELECT n_name, c_name, total
FROM (SELECT n_name, c_name, sum(o_totalprice) AS total,
             row_number() OVER (PARTITION BY n_name ORDER BY sum(o_totalprice) DESC) AS place
      FROM orders JOIN customer ON o_custkey = c_custkey JOIN nation ON c_nationkey = n_nationkey
      GROUP BY n_name, c_name)
WHERE place = 1
ORDER BY total DESC
LIMIT 5;

.print
.print What the engine did for a query: operators with rows and time, files read and skipped
EXPLAIN ANALYZE
SELECT o_orderpriority, count(*) AS orders
FROM orders
WHERE o_orderdate >= DATE '1993-07-01' AND o_orderdate < DATE '1993-10-01'
  AND EXISTS (SELECT 1 FROM lineitem WHERE l_orderkey = o_orderkey AND l_commitdate < l_receiptdate)
GROUP BY o_orderpriority
ORDER BY o_orderpriority;
