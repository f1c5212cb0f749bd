import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The trail in months, each entry chained to its predecessor. What is there already is taken over into the first chain. */
export class Trail1764300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [SET_ASIDE, TABLE, HASH, MONTHS, APPEND, TAKE_OVER, KEYS]) await runner.query(statement);
  }

  /** Back into one table, as it was. What was retired stays in its files. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}

const SET_ASIDE = `
  ALTER TABLE activity RENAME TO activity_before;
  ALTER TABLE activity_before RENAME CONSTRAINT activity_pkey TO activity_before_pkey;
  ALTER TABLE activity_before DROP CONSTRAINT activity_id_key, DROP CONSTRAINT activity_subject_type_check;
  DROP INDEX activity_of_subject;
`;

/**
 * The row of a chain is changed with every entry and must not grow an index: room on its page keeps the change within it.
 * More chains than a server has connections by default, so that there is always a free one.
 */
const TABLE = `
  CREATE TABLE activity (
    position bigint NOT NULL,
    id uuid NOT NULL,
    at timestamptz NOT NULL,
    actor_id uuid,
    kind text NOT NULL,
    subject_type text NOT NULL CHECK (subject_type IN ('ticket', 'person', 'category', 'view', 'installation')),
    subject_id uuid NOT NULL,
    payload jsonb NOT NULL,
    public boolean NOT NULL,
    request_id text,
    bulk_id uuid,
    month date NOT NULL CHECK (extract(day FROM month) = 1),
    txid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    lane smallint NOT NULL,
    link bigint NOT NULL,
    hash bytea NOT NULL
  ) PARTITION BY RANGE (month);
  CREATE SEQUENCE activity_positions OWNED BY activity.position;
  CREATE TRIGGER activity_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON activity
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_activity();
  CREATE TABLE activity_chains (
    lane smallint PRIMARY KEY,
    links bigint NOT NULL,
    hash bytea NOT NULL,
    month date
  ) WITH (fillfactor = 10);
  INSERT INTO activity_chains (lane, links, hash)
  SELECT lane, 0, decode(repeat('00', 32), 'hex') FROM generate_series(1, 128) AS lane;
  CREATE TABLE activity_anchors (
    lane smallint,
    month date,
    first_link bigint NOT NULL,
    last_link bigint NOT NULL,
    entries bigint NOT NULL,
    hash bytea NOT NULL,
    PRIMARY KEY (lane, month)
  );
`;

/** The names in it are bound now, whatever the search path is later. `entry-hash.ts` says the same. */
const HASH = `
  CREATE FUNCTION activity_hash(
    previous bytea, lane smallint, link bigint, place bigint, id uuid, at timestamptz, actor_id uuid, kind text,
    subject_type text, subject_id uuid, payload jsonb, public boolean, request_id text, bulk_id uuid
  ) RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE
  RETURN sha256(previous || convert_to(json_build_array(
    lane, link, place, id, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), actor_id, kind,
    subject_type, subject_id, payload, public, request_id, bulk_id
  )::text, 'UTF8'));
`;

/**
 * A table that is attached when it is ready takes no lock that a writer waits for. The trigger is its own, for those of a
 * statement are not passed on to partitions. After the wait the catalogue itself is read: the name that was looked up before
 * is remembered as missing.
 */
const MONTHS = `
  CREATE FUNCTION make_activity_month(wanted date) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  DECLARE
    name text := to_char(wanted, '"activity_"YYYY"_"MM');
  BEGIN
    IF to_regclass(name) IS NOT NULL THEN RETURN; END IF;
    PERFORM pg_advisory_xact_lock(7236002);
    PERFORM FROM pg_class WHERE relname = name AND relnamespace = 'public'::regnamespace;
    IF FOUND THEN RETURN; END IF;
    EXECUTE format('CREATE TABLE %I (LIKE activity INCLUDING ALL)', name);
    EXECUTE format('CREATE TRIGGER activity_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_activity()', name);
    EXECUTE format('ALTER TABLE activity ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
      name, wanted, wanted + interval '1 month');
  END $$;
`;

/**
 * Positions are given while the lane is held, so that a chain is in the order of its positions. Of a lane that was changed
 * since the statement began, the row as it is now is read: so says READ COMMITTED, in which everything here runs. Should
 * all lanes be taken, one is waited for.
 */
const APPEND = `
  CREATE FUNCTION append_activity(entries jsonb) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  DECLARE
    chain activity_chains;
    entry record;
    place bigint;
    month_of_entry date;
  BEGIN
    SELECT * INTO chain FROM activity_chains ORDER BY lane LIMIT 1 FOR UPDATE SKIP LOCKED;
    IF NOT FOUND THEN
      SELECT * INTO STRICT chain FROM activity_chains WHERE lane = 1 + pg_backend_pid() % 128 FOR UPDATE;
    END IF;
    FOR entry IN SELECT * FROM jsonb_to_recordset(entries) AS told (
      id uuid, at timestamptz, actor_id uuid, kind text, subject_type text, subject_id uuid, payload jsonb,
      public boolean, request_id text, bulk_id uuid
    ) LOOP
      month_of_entry := greatest(chain.month, date_trunc('month', entry.at AT TIME ZONE 'UTC')::date);
      IF month_of_entry IS DISTINCT FROM chain.month THEN PERFORM make_activity_month(month_of_entry); END IF;
      chain.month := month_of_entry;
      chain.links := chain.links + 1;
      place := nextval('activity_positions');
      chain.hash := activity_hash(
        chain.hash, chain.lane, chain.links, place, entry.id, entry.at, entry.actor_id, entry.kind, entry.subject_type,
        entry.subject_id, entry.payload, entry.public, entry.request_id, entry.bulk_id
      );
      INSERT INTO activity (
        position, id, at, actor_id, kind, subject_type, subject_id, payload, public, request_id, bulk_id, month, lane,
        link, hash
      ) VALUES (
        place, entry.id, entry.at, entry.actor_id, entry.kind, entry.subject_type, entry.subject_id, entry.payload,
        entry.public, entry.request_id, entry.bulk_id, chain.month, chain.lane, chain.links, chain.hash
      );
    END LOOP;
    UPDATE activity_chains SET links = chain.links, hash = chain.hash, month = chain.month WHERE lane = chain.lane;
  END $$;
`;

/** With the positions that they have, for cursors of readers name them. */
const TAKE_OVER = `
  DO $$
  DECLARE
    chain activity_chains;
    entry record;
    month_of_entry date;
  BEGIN
    SELECT * INTO chain FROM activity_chains WHERE lane = 1;
    FOR entry IN SELECT * FROM activity_before ORDER BY position LOOP
      month_of_entry := greatest(chain.month, date_trunc('month', entry.at AT TIME ZONE 'UTC')::date);
      IF month_of_entry IS DISTINCT FROM chain.month THEN PERFORM make_activity_month(month_of_entry); END IF;
      chain.month := month_of_entry;
      chain.links := chain.links + 1;
      chain.hash := activity_hash(
        chain.hash, chain.lane, chain.links, entry.position, entry.id, entry.at, entry.actor_id, entry.kind,
        entry.subject_type, entry.subject_id, entry.payload, entry.public, entry.request_id, entry.bulk_id
      );
      INSERT INTO activity (
        position, id, at, actor_id, kind, subject_type, subject_id, payload, public, request_id, bulk_id, month, lane,
        link, hash
      ) VALUES (
        entry.position, entry.id, entry.at, entry.actor_id, entry.kind, entry.subject_type, entry.subject_id,
        entry.payload, entry.public, entry.request_id, entry.bulk_id, chain.month, chain.lane, chain.links, chain.hash
      );
    END LOOP;
    UPDATE activity_chains SET links = chain.links, hash = chain.hash, month = chain.month WHERE lane = 1;
    PERFORM setval('activity_positions', max(position)) FROM activity_before HAVING max(position) > 0;
  END $$;
  DROP TABLE activity_before;
`;

/** After the rows, because an index is made faster than it grows. */
const KEYS = `
  ALTER TABLE activity ADD PRIMARY KEY (position, month);
  CREATE INDEX activity_of_subject ON activity (subject_id, position);
  CREATE INDEX activity_in_order ON activity (txid, position);
`;

const DOWN = `
  CREATE TABLE activity_before (
    position bigint GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME activity_position_seq),
    id uuid NOT NULL,
    at timestamptz NOT NULL,
    actor_id uuid,
    kind text NOT NULL,
    subject_type text NOT NULL,
    subject_id uuid NOT NULL,
    payload jsonb NOT NULL,
    public boolean NOT NULL,
    request_id text,
    bulk_id uuid
  );
  INSERT INTO activity_before OVERRIDING SYSTEM VALUE
  SELECT position, id, at, actor_id, kind, subject_type, subject_id, payload, public, request_id, bulk_id
  FROM activity ORDER BY position;
  SELECT setval('activity_position_seq', last_value) FROM activity_positions WHERE is_called;
  DROP FUNCTION append_activity(jsonb), make_activity_month(date), activity_hash(
    bytea, smallint, bigint, bigint, uuid, timestamptz, uuid, text, text, uuid, jsonb, boolean, text, uuid
  );
  DROP TABLE activity, activity_chains, activity_anchors;
  ALTER TABLE activity_before RENAME TO activity;
  ALTER TABLE activity
    ADD CONSTRAINT activity_pkey PRIMARY KEY (position),
    ADD CONSTRAINT activity_id_key UNIQUE (id),
    ADD CONSTRAINT activity_subject_type_check
      CHECK (subject_type IN ('ticket', 'person', 'category', 'view', 'installation'));
  CREATE INDEX activity_of_subject ON activity (subject_id, position);
  CREATE TRIGGER activity_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON activity
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_activity();
`;
