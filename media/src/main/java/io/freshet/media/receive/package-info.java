/// What a publisher's transport needs: loss detection, receiver reports, transport-wide feedback.
@NullMarked
package io.freshet.media.receive;

import org.jspecify.annotations.NullMarked;
