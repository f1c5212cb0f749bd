import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Roll-ups for the reports, and the marks that say which quarters of an hour they do not know yet. */
export class Reports1764200200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [NO_HURRY, TABLES, INDEXES, MARKS, TRIGGERS, EARLIER_TICKETS])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER reports_hear_of_new_tickets ON tickets;
      DROP TRIGGER reports_hear_of_changed_tickets ON tickets;
      DROP TRIGGER reports_hear_of_purged_tickets ON tickets;
      DROP FUNCTION mark_reports_of_new_tickets, mark_reports_of_one_ticket, report_quarter;
      DROP INDEX tickets_by_first_reply, tickets_by_resolution, tickets_open;
      DROP TABLE report_stale_quarters, report_rollups;
    `);
  }
}

/** Indexes of a million tickets take longer than a request may. */
const NO_HURRY = 'SET LOCAL statement_timeout = 0';

const TABLES = `
  CREATE TABLE report_rollups (
    measure text NOT NULL CHECK (measure IN ('created', 'replied', 'resolved')),
    block integer NOT NULL,
    category_id uuid NOT NULL,
    priority smallint NOT NULL,
    assignee_id uuid NOT NULL,
    events integer[] NOT NULL CHECK (cardinality(events) > 0),
    PRIMARY KEY (measure, block, category_id, priority, assignee_id)
  );
  CREATE TABLE report_stale_quarters (
    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    measure text NOT NULL CHECK (measure IN ('created', 'replied', 'resolved')),
    quarter integer NOT NULL
  );
`;

const INDEXES = `
  CREATE INDEX tickets_by_first_reply ON tickets (first_reply_at) WHERE first_reply_at IS NOT NULL;
  CREATE INDEX tickets_by_resolution ON tickets (resolved_at) WHERE resolved_at IS NOT NULL;
  CREATE INDEX tickets_open ON tickets (status, priority, category_id, assignee_id, created_at)
    WHERE deleted_at IS NULL AND status IN ('submitted', 'in_progress', 'waiting_requester', 'on_hold');
`;

/** Reports end with the year 2199, so that a quarter of an hour and a bin fit into one integer. */
const MARKS = `
  CREATE FUNCTION report_quarter(at timestamptz) RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE
    RETURN CASE WHEN at < '2200-01-01Z' THEN floor(date_part('epoch', at) / 900)::integer END;
  CREATE FUNCTION mark_reports_of_new_tickets() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO report_stale_quarters (measure, quarter)
    SELECT DISTINCT e.measure, report_quarter(e.at)
    FROM new_tickets t,
      LATERAL (VALUES ('created', t.created_at), ('replied', t.first_reply_at), ('resolved', t.resolved_at)) e (measure, at)
    WHERE report_quarter(e.at) IS NOT NULL;
    RETURN NULL;
  END $$;
  CREATE FUNCTION mark_reports_of_one_ticket() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO report_stale_quarters (measure, quarter)
    SELECT DISTINCT e.measure, report_quarter(side.at)
    FROM (VALUES ('created', OLD.created_at, NEW.created_at), ('replied', OLD.first_reply_at, NEW.first_reply_at),
        ('resolved', OLD.resolved_at, NEW.resolved_at)) e (measure, was, is_now),
      unnest(ARRAY[e.was, e.is_now]) side (at)
    WHERE report_quarter(side.at) IS NOT NULL
      AND (e.was, OLD.created_at, OLD.category_id, OLD.priority, OLD.assignee_id, OLD.deleted_at IS NULL)
        IS DISTINCT FROM
        (e.is_now, NEW.created_at, NEW.category_id, NEW.priority, NEW.assignee_id, NEW.deleted_at IS NULL);
    RETURN NULL;
  END $$;
`;

/** Triggers, because then no way to change a ticket can forget them, and a purged one is known as it was. */
const TRIGGERS = `
  CREATE TRIGGER reports_hear_of_new_tickets AFTER INSERT ON tickets
    REFERENCING NEW TABLE AS new_tickets FOR EACH STATEMENT EXECUTE FUNCTION mark_reports_of_new_tickets();
  CREATE TRIGGER reports_hear_of_changed_tickets AFTER UPDATE ON tickets FOR EACH ROW
    WHEN ((OLD.created_at, OLD.first_reply_at, OLD.resolved_at, OLD.category_id, OLD.priority, OLD.assignee_id,
        OLD.deleted_at) IS DISTINCT FROM
      (NEW.created_at, NEW.first_reply_at, NEW.resolved_at, NEW.category_id, NEW.priority, NEW.assignee_id,
        NEW.deleted_at))
    EXECUTE FUNCTION mark_reports_of_one_ticket();
  CREATE TRIGGER reports_hear_of_purged_tickets AFTER DELETE ON tickets FOR EACH ROW
    WHEN (OLD.deleted_at IS NULL) EXECUTE FUNCTION mark_reports_of_one_ticket();
`;

const EARLIER_TICKETS = `
  INSERT INTO report_stale_quarters (measure, quarter)
  SELECT DISTINCT e.measure, report_quarter(e.at)
  FROM tickets t,
    LATERAL (VALUES ('created', t.created_at), ('replied', t.first_reply_at), ('resolved', t.resolved_at)) e (measure, at)
  WHERE report_quarter(e.at) IS NOT NULL
`;
