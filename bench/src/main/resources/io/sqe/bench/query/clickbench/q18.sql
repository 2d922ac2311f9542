SELECT UserID, extract(MINUTE FROM EventTime) AS m, SearchPhrase, COUNT(*) AS c
FROM hits
GROUP BY UserID, extract(MINUTE FROM EventTime), SearchPhrase
ORDER BY c DESC
LIMIT 10
