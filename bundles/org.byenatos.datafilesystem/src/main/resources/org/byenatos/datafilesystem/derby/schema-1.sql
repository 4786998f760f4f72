-- Pages are hit at random and decrypted whole: Derby's own choice for tables with a BLOB would be 32 KiB.
CALL SYSCS_UTIL.SYSCS_SET_DATABASE_PROPERTY('derby.storage.pageSize', '4096');
CALL SYSCS_UTIL.SYSCS_SET_DATABASE_PROPERTY('derby.locks.deadlockTimeout', '1');
CALL SYSCS_UTIL.SYSCS_SET_DATABASE_PROPERTY('derby.locks.waitTimeout', '10');
CALL SYSCS_UTIL.SYSCS_SET_DATABASE_PROPERTY('derby.storage.indexStats.auto', 'false');

CREATE TABLE counters (
  name VARCHAR(20) NOT NULL PRIMARY KEY,
  last_value BIGINT NOT NULL
);

INSERT INTO counters (name, last_value) VALUES ('seq', 0);

-- hash_key is sealed: who destroys the user's key makes every hash of this user noise.
CREATE TABLE users (
  user_no INTEGER NOT NULL PRIMARY KEY,
  user_id VARCHAR(200) NOT NULL UNIQUE,
  hash_key VARCHAR(100) FOR BIT DATA NOT NULL,
  last_seq BIGINT NOT NULL,
  record_count BIGINT NOT NULL
);

-- Columns named _hash hold keyed hashes, marks those of all that may be filtered by; times are nanoseconds since 1970,
-- what a person wrote is in sealed alone.
CREATE TABLE records (
  record_no BIGINT NOT NULL PRIMARY KEY,
  user_no INTEGER NOT NULL,
  app_id VARCHAR(200) NOT NULL,
  id_hash VARCHAR(16) FOR BIT DATA NOT NULL,
  revision INTEGER NOT NULL,
  seq BIGINT NOT NULL,
  stored_at BIGINT NOT NULL,
  happened_at BIGINT NOT NULL,
  thread_hash BIGINT NOT NULL,
  marks VARCHAR(600) NOT NULL,
  sealed BLOB(16M) NOT NULL
);

CREATE TABLE revisions (
  record_no BIGINT NOT NULL,
  revision INTEGER NOT NULL,
  seq BIGINT NOT NULL,
  stored_at BIGINT NOT NULL,
  sealed BLOB(16M) NOT NULL,
  PRIMARY KEY (record_no, revision)
);

CREATE TABLE enrichments (
  record_no BIGINT NOT NULL,
  revision INTEGER NOT NULL,
  sealed BLOB(16M) NOT NULL,
  PRIMARY KEY (record_no, revision)
);

CREATE TABLE tombstones (
  user_no INTEGER NOT NULL,
  seq BIGINT NOT NULL,
  app_id VARCHAR(200) NOT NULL,
  id_hash VARCHAR(16) FOR BIT DATA NOT NULL,
  sealed VARCHAR(8000) FOR BIT DATA NOT NULL,
  PRIMARY KEY (user_no, seq)
);

-- A job has to do what holds a seq from first_seq to last_seq and has no enrichment; next_seq is the first such.
CREATE TABLE jobs (
  job_id VARCHAR(200) NOT NULL PRIMARY KEY,
  kind VARCHAR(40) NOT NULL,
  user_id VARCHAR(200) NOT NULL,
  app_id VARCHAR(200) NOT NULL,
  first_seq BIGINT NOT NULL,
  next_seq BIGINT NOT NULL,
  last_seq BIGINT NOT NULL,
  total INTEGER NOT NULL,
  done INTEGER NOT NULL,
  created_at BIGINT NOT NULL,
  finished_at BIGINT,
  error VARCHAR(2000)
);

-- user_id is '' for documents that are nobody's; those of a user are sealed.
CREATE TABLE documents (
  collection VARCHAR(100) NOT NULL,
  user_id VARCHAR(200) NOT NULL,
  id VARCHAR(300) NOT NULL,
  content BLOB(16M) NOT NULL,
  PRIMARY KEY (collection, user_id, id)
);

CREATE TABLE psp_components (
  user_id VARCHAR(200) NOT NULL,
  component_id VARCHAR(200) NOT NULL,
  sealed BLOB(16M) NOT NULL,
  PRIMARY KEY (user_id, component_id)
);

CREATE UNIQUE INDEX records_by_id ON records (user_no, id_hash, app_id);
CREATE UNIQUE INDEX records_by_seq ON records (user_no, seq);
CREATE INDEX records_by_time ON records (user_no, happened_at DESC, record_no DESC, marks);
CREATE INDEX records_by_thread ON records (user_no, thread_hash, happened_at DESC, record_no DESC);
CREATE UNIQUE INDEX tombstones_by_id ON tombstones (user_no, id_hash, app_id);
CREATE INDEX jobs_by_end ON jobs (finished_at, last_seq);
