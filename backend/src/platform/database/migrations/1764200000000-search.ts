import type { MigrationInterface, QueryRunner } from 'typeorm';
import { StartupProblem } from '../../startup-problem.js';

/** One row of words for each ticket, the words that there are, and the functions that make both out of texts. */
export class Search1764200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // A million tickets with their comments take some minutes.
    await runner.query('SET LOCAL statement_timeout = 0');
    await addExtensions(runner);
    for (const statement of [FUNCTIONS, TABLES, FIRST_ROWS, INDEXES]) await runner.query(statement);
  }

  /** The extensions stay: somebody else may use them. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW searchable_tickets;
      DROP TABLE ticket_words, ticket_search;
      DROP FUNCTION search_query(text), search_is_plain(text);
      DROP AGGREGATE search_union(tsvector);
      DROP FUNCTION search_joined(tsvector, tsvector), search_vector(text), search_letters(text);
      DROP TEXT SEARCH CONFIGURATION deskhand;
    `);
  }
}

const EXTENSIONS = ['unaccent', 'pg_trgm'];

/** Both are trusted: whoever may create in the database may add them, as long as the server has their files. */
async function addExtensions(runner: QueryRunner): Promise<void> {
  const missing = (await runner.query(
    `SELECT name FROM unnest($1::text[]) AS name WHERE name NOT IN (SELECT name FROM pg_available_extensions)
       AND name NOT IN (SELECT extname FROM pg_extension)`,
    [EXTENSIONS],
  )) as { name: string }[];
  if (missing.length > 0) {
    const names = missing.map(({ name }) => name).join(' and ');
    throw new StartupProblem(
      `The PostgreSQL of DATABASE_URL lacks the extensions ${names}; install its contrib package (such as postgresql-contrib) and start again.`,
    );
  }
  try {
    for (const name of EXTENSIONS) await runner.query(`CREATE EXTENSION IF NOT EXISTS ${name}`);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === INSUFFICIENT_PRIVILEGE)) throw error;
    const statements = EXTENSIONS.map((name) => `CREATE EXTENSION ${name};`).join(' ');
    throw new StartupProblem(
      `The user of DATABASE_URL may not add extensions; let an administrator of that database run: ${statements}`,
    );
  }
}

const INSUFFICIENT_PRIVILEGE = '42501';

/**
 * Words are runs of letters and digits, without case and accents; every other visible sign is a word of its own. Without
 * this the parser would keep `printer.office.local`, addresses and paths as one word, and drop the signs. Accents that are
 * typed as signs of their own (U+0300 to U+036F) belong to their letters.
 *
 * A vector holds at most 1 MB: where a conversation has more different words than half of that, later ones are not found,
 * and nothing fails.
 */
const FUNCTIONS = `
  CREATE TEXT SEARCH CONFIGURATION deskhand (COPY = simple);
  ALTER TEXT SEARCH CONFIGURATION deskhand
    ALTER MAPPING FOR asciihword, asciiword, email, file, float, host, hword, hword_asciipart, hword_numpart, hword_part,
      int, numhword, numword, protocol, sfloat, tag, uint, url, url_path, version, word
    WITH unaccent, simple;

  CREATE FUNCTION search_letters(text text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN to_tsvector('deskhand', regexp_replace(text, '[^[:alnum:]\\u0300-\\u036f]+', ' ', 'g'));

  CREATE FUNCTION search_vector(text text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN strip(search_letters(text)) || array_to_tsvector(
      string_to_array(regexp_replace(text, '[[:alnum:][:space:]\\u0300-\\u036f]+', '', 'g'), NULL));

  CREATE FUNCTION search_joined(words tsvector, more tsvector) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN pg_column_size(strip(words)) + pg_column_size(more) < 500000 THEN words || more ELSE words END;

  CREATE AGGREGATE search_union(tsvector) (SFUNC = search_joined, STYPE = tsvector, PARALLEL = SAFE);

  CREATE FUNCTION search_is_plain(word text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN word ~ '^[[:alpha:]]{4,40}$';

  CREATE FUNCTION search_query(q text) RETURNS tsquery LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  BEGIN ATOMIC
    WITH parts AS (
      SELECT regexp_replace(q, '[[:alnum:]\\u0300-\\u036f]+$', '') AS whole,
        substring(q FROM '[[:alnum:]\\u0300-\\u036f]+$') AS beginning
    ), signs AS (
      SELECT CASE WHEN word ~ '[[:alnum:]]'
        THEN regexp_replace(regexp_replace(word, '^#+(?=[0-9])', ''), '[^%_\\\\*#+&$=<>~^|@]', '', 'g')
        ELSE regexp_replace(word, '[[:space:]]+', '', 'g') END AS text
      FROM regexp_split_to_table(q, '[[:space:]]+') AS word
    ), terms AS (
      SELECT lexeme, '' AS kind FROM parts, unnest(tsvector_to_array(search_letters(whole))) AS lexeme
      UNION SELECT sign, '' FROM signs, unnest(string_to_array(text, NULL)) AS sign
      UNION SELECT last.lexeme, CASE WHEN place = 1 THEN ':*' ELSE '' END FROM parts, LATERAL (
        SELECT lexeme, row_number() OVER (ORDER BY positions[array_upper(positions, 1)] DESC) AS place
        FROM unnest(search_letters(beginning))) AS last
    )
    SELECT coalesce(string_agg('''' || replace(replace(lexeme, '\\', '\\\\'), '''', '''''') || '''' || kind, ' & '), '')::tsquery
    FROM terms;
  END;
`;

/** The order and the number are copied, so that walking the newest rows is one scan of one table. */
const TABLES = `
  CREATE TABLE ticket_search (
    ticket_id uuid PRIMARY KEY REFERENCES tickets ON DELETE CASCADE,
    created_at timestamptz NOT NULL,
    number bigint NOT NULL,
    deleted boolean NOT NULL,
    public_words tsvector NOT NULL,
    staff_words tsvector NOT NULL
  );
  CREATE TABLE ticket_words (word text PRIMARY KEY);

  CREATE VIEW searchable_tickets AS
    SELECT t.id AS ticket_id, t.created_at, t.number, t.deleted_at IS NOT NULL AS deleted, w.public_words, w.staff_words
    FROM tickets t CROSS JOIN LATERAL (
      SELECT search_union(words ORDER BY at NULLS FIRST, id) FILTER (WHERE NOT internal) AS public_words,
        search_union(words ORDER BY at NULLS FIRST, id) AS staff_words
      FROM (
        SELECT NULL::timestamptz AS at, NULL::uuid AS id, false AS internal,
          setweight(search_letters(t.number || ' ' || t.subject), 'A') || search_vector(t.subject || ' ' || t.description) AS words
        UNION ALL
        SELECT c.created_at, c.id, c.internal, search_vector(c.body) FROM comments c WHERE c.ticket_id = t.id
      ) AS texts
    ) AS w;
`;

const FIRST_ROWS = `
  INSERT INTO ticket_search SELECT * FROM searchable_tickets;
  INSERT INTO ticket_words
    SELECT word FROM ts_stat('SELECT staff_words FROM ticket_search') WHERE search_is_plain(word);
`;

/** What a requester may read is among the words for staff, so one index serves both. */
const INDEXES = `
  CREATE INDEX ticket_search_by_creation ON ticket_search (created_at, number);
  CREATE INDEX ticket_search_words ON ticket_search USING gin (staff_words);
  CREATE INDEX ticket_words_alike ON ticket_words USING gin (word gin_trgm_ops);
`;
