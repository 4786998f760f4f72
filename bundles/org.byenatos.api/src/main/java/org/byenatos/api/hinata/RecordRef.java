package org.byenatos.api.hinata;

/**
 * Names a record among those of a user.
 *
 * @param appId the app that submitted it
 * @param id the app's identifier of it
 */
public record RecordRef(String appId, String id) {}
