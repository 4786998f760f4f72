package org.byenatos.virtualcore.gateway;

import org.byenatos.api.app.App;

/**
 * What an app that passed the door may do for a user.
 *
 * @param app which app
 * @param data on which data
 */
record AppAccess(App app, DataAccess data) {}
