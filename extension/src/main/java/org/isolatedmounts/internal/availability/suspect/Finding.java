package org.isolatedmounts.internal.availability.suspect;

import org.isolatedmounts.internal.availability.trial.Layer;

/**
 * What a suspect has to do with a failed probe.
 *
 * @param certain it denies the probe for sure; else it may, and only counts if nothing certain was found
 */
record Finding(Layer layer, boolean certain, String evidence, String fix) {}
