-- Records that were deleted so that they can come back. Their revisions and enrichments stay where they are.
CREATE TABLE binned_records (
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

CREATE UNIQUE INDEX binned_by_id ON binned_records (user_no, id_hash, app_id);
CREATE UNIQUE INDEX binned_by_seq ON binned_records (user_no, seq);

-- What a job was asked to do, and what it came to; neither holds contents.
ALTER TABLE jobs ADD COLUMN argument VARCHAR(4000);
ALTER TABLE jobs ADD COLUMN result VARCHAR(4000);

-- Each change of a person's memory is a version; before_sealed is what a component was before it, NULL if it was not there.
CREATE TABLE psp_versions (
  user_id VARCHAR(200) NOT NULL,
  version BIGINT NOT NULL,
  made_at BIGINT NOT NULL,
  cause VARCHAR(40) NOT NULL,
  changes INTEGER NOT NULL,
  PRIMARY KEY (user_id, version)
);

CREATE TABLE psp_changes (
  user_id VARCHAR(200) NOT NULL,
  component_id VARCHAR(200) NOT NULL,
  version BIGINT NOT NULL,
  kind VARCHAR(20) NOT NULL,
  before_sealed BLOB(16M),
  PRIMARY KEY (user_id, component_id, version)
);

CREATE INDEX psp_changes_by_version ON psp_changes (user_id, version);

-- What a person said of components themselves, by which it holds whatever is learned.
CREATE TABLE psp_corrections (
  user_id VARCHAR(200) NOT NULL,
  component_id VARCHAR(200) NOT NULL,
  sealed BLOB(16M) NOT NULL,
  PRIMARY KEY (user_id, component_id)
);
