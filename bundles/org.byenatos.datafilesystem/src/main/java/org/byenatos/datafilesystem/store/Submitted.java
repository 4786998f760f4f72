package org.byenatos.datafilesystem.store;

import org.byenatos.api.hinata.SubmitOutcome;

/** What a committed batch comes to. */
record Submitted(SubmitOutcome outcome, Totals totals) {}
