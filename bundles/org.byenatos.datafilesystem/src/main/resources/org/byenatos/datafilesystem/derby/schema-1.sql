CALL SYSCS_UTIL.SYSCS_SET_DATABASE_PROPERTY('derby.storage.pageSize', '8192');
CALL SYSCS_UTIL.SYSCS_SET_DATABASE_PROPERTY('derby.locks.deadlockTimeout', '1');
CALL SYSCS_UTIL.SYSCS_SET_DATABASE_PROPERTY('derby.locks.waitTimeout', '10');

CREATE TABLE counters (
  name VARCHAR(20) NOT NULL PRIMARY KEY,
  last_value BIGINT NOT NULL
);

INSERT INTO counters (name, last_value) VALUES ('seq', 0);

-- hash_key is sealed: who destroys the user's key makes every hash of this user noise.
CREATE TABLE users (
  user_id VARCHAR(200) NOT NULL PRIMARY KEY,
  hash_key VARCHAR(100) FOR BIT DATA NOT NULL,
  last_seq BIGINT NOT NULL,
  record_count BIGINT NOT NULL
);

-- Columns named _hash hold keyed hashes; happened_at is a TimeKey; what a person wrote is in sealed alone.
CREATE TABLE records (
  record_no BIGINT NOT NULL PRIMARY KEY,
  user_id VARCHAR(200) NOT NULL,
  app_id VARCHAR(200) NOT NULL,
  id_hash VARCHAR(16) FOR BIT DATA NOT NULL,
  revision INTEGER NOT NULL,
  seq BIGINT NOT NULL,
  stored_at VARCHAR(12) FOR BIT DATA NOT NULL,
  happened_at VARCHAR(12) FOR BIT DATA NOT NULL,
  access VARCHAR(10) NOT NULL,
  source_hash VARCHAR(8) FOR BIT DATA NOT NULL,
  author_hash VARCHAR(8) FOR BIT DATA NOT NULL,
  thread_hash VARCHAR(8) FOR BIT DATA NOT NULL,
  content_hash VARCHAR(16) FOR BIT DATA NOT NULL,
  sealed BLOB(16M) NOT NULL
);
CREATE UNIQUE INDEX records_by_id ON records (user_id, id_hash, app_id);
CREATE UNIQUE INDEX records_by_seq ON records (user_id, seq);
CREATE INDEX records_by_time ON records (user_id, happened_at DESC, record_no DESC, app_id, access, source_hash, author_hash);
CREATE INDEX records_by_thread ON records (user_id, thread_hash, happened_at DESC, record_no DESC);

CREATE TABLE tags (
  user_id VARCHAR(200) NOT NULL,
  tag_hash VARCHAR(8) FOR BIT DATA NOT NULL,
  happened_at VARCHAR(12) FOR BIT DATA NOT NULL,
  record_no BIGINT NOT NULL
);
CREATE UNIQUE INDEX tags_by_time ON tags (user_id, tag_hash, happened_at DESC, record_no DESC);
CREATE INDEX tags_by_record ON tags (record_no);

CREATE TABLE revisions (
  record_no BIGINT NOT NULL,
  revision INTEGER NOT NULL,
  seq BIGINT NOT NULL,
  stored_at VARCHAR(12) FOR BIT DATA NOT NULL,
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
  user_id VARCHAR(200) NOT NULL,
  seq BIGINT NOT NULL,
  app_id VARCHAR(200) NOT NULL,
  id_hash VARCHAR(16) FOR BIT DATA NOT NULL,
  sealed VARCHAR(8000) FOR BIT DATA NOT NULL,
  PRIMARY KEY (user_id, seq)
);
CREATE UNIQUE INDEX tombstones_by_id ON tombstones (user_id, id_hash, app_id);

CREATE TABLE jobs (
  job_id VARCHAR(200) NOT NULL PRIMARY KEY,
  job_no BIGINT NOT NULL,
  kind VARCHAR(40) NOT NULL,
  user_id VARCHAR(200) NOT NULL,
  app_id VARCHAR(200) NOT NULL,
  total INTEGER NOT NULL,
  done INTEGER NOT NULL,
  created_at VARCHAR(12) FOR BIT DATA NOT NULL,
  finished_at VARCHAR(12) FOR BIT DATA,
  error VARCHAR(2000)
);
CREATE INDEX jobs_by_end ON jobs (finished_at, job_no);

-- seq is the record's when the job was made: a record that has another one since needs the job no more.
CREATE TABLE job_items (
  job_id VARCHAR(200) NOT NULL,
  seq BIGINT NOT NULL,
  id_hash VARCHAR(16) FOR BIT DATA NOT NULL,
  PRIMARY KEY (job_id, seq)
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
