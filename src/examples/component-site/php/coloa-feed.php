<?php
/**
 * Plugin Name: Coloa feed
 * Description: Shows what a Coloa hub releases as posts of this WordPress, and takes down what is withdrawn there.
 *
 * Copy this file to wp-content/plugins, set the constants in wp-config.php and switch the plugin on:
 *
 *   define('COLOA_HUB', 'https://hub.example');
 *   define('COLOA_SITE', 'ha-noi');
 *   define('COLOA_KEY', 'cpk_…');              // optional
 *   define('COLOA_HUB_KEYS', ['whpk_…']);      // from https://hub.example/.well-known/webhook-keys.json
 *
 * The webhook is https://your-site/wp-json/coloa/v1/hook. PHP 8.0 or later; Ed25519 comes with PHP (sodium).
 */

const COLOA_TOLERANCE_SECONDS = 300;

/**
 * The event of a webhook the hub signed within the last five minutes.
 *
 * @param array $headers with lower-case names
 * @param string[] $keys whpk_… of the hub; one good signature by any of them is enough
 * @throws RuntimeException too_old, not_signed, not_json
 */
function coloa_verify_hint(array $headers, string $body, array $keys, ?int $now = null): array
{
    $id = (string) ($headers['webhook-id'] ?? '');
    $timestamp = (string) ($headers['webhook-timestamp'] ?? '');
    if (!ctype_digit($timestamp) || abs(($now ?? time()) - (int) $timestamp) > COLOA_TOLERANCE_SECONDS) {
        throw new RuntimeException('too_old');
    }
    foreach (explode(' ', (string) ($headers['webhook-signature'] ?? '')) as $one) {
        if (!str_starts_with($one, 'v1a,')) {
            continue;
        }
        $signature = base64_decode(substr($one, 4), true);
        if ($signature === false || strlen($signature) !== SODIUM_CRYPTO_SIGN_BYTES) {
            continue;
        }
        foreach ($keys as $key) {
            $raw = base64_decode(substr($key, strlen('whpk_')), true);
            if ($raw !== false && sodium_crypto_sign_verify_detached($signature, "$id.$timestamp.$body", $raw)) {
                $event = json_decode($body, true);
                if (!is_array($event)) {
                    throw new RuntimeException('not_json');
                }
                return $event;
            }
        }
    }
    throw new RuntimeException('not_signed');
}

/**
 * What has to be done for a page, in its order; the same page twice does the same.
 *
 * @param array $page as the feed gives it
 * @param callable $seq_of number of the version kept of an item such as "articles/12"; 0 for none
 * @return array items to keep or take down, each with its key
 * @throws RuntimeException when the page is not the one asked for, or a text is not the one the board decided on
 */
function coloa_changes(array $page, int $after, callable $seq_of): array
{
    if ($page['after'] !== $after || $page['next'] < $after) {
        throw new RuntimeException('not the page asked for');
    }
    $changes = [];
    foreach ($page['items'] as $item) {
        $key = $item['collection'] . '/' . $item['id'];
        // The text of a version that was replaced is no longer given out: its successor is further on in the log.
        if ($item['isSuperseded'] || $item['seq'] <= $seq_of($key)) {
            continue;
        }
        if ($item['kind'] !== 'withdraw' && hash('sha256', $item['body']) !== $item['sha256']) {
            throw new RuntimeException('release ' . $item['seq'] . ' is not authentic');
        }
        $changes[$key] = $item;
    }
    return $changes;
}

if (!function_exists('add_action')) {
    return; // outside WordPress the functions above are all there is
}

add_filter('cron_schedules', fn ($all) => $all + ['coloa' => ['interval' => 60, 'display' => 'Coloa']]);
add_action('coloa_pull', 'coloa_pull');
register_activation_hook(__FILE__, fn () => wp_schedule_event(time(), 'coloa', 'coloa_pull'));
register_deactivation_hook(__FILE__, fn () => wp_clear_scheduled_hook('coloa_pull'));

add_action('rest_api_init', function () {
    register_rest_route('coloa/v1', '/hook', [
        'methods' => 'POST',
        'permission_callback' => '__return_true', // the signature is the permission
        'callback' => function (WP_REST_Request $request) {
            $headers = [];
            foreach (['webhook-id', 'webhook-timestamp', 'webhook-signature'] as $name) {
                $headers[$name] = $request->get_header($name);
            }
            try {
                $event = coloa_verify_hint($headers, $request->get_body(), COLOA_HUB_KEYS);
            } catch (RuntimeException $error) {
                return new WP_REST_Response(['error' => $error->getMessage()], 401);
            }
            if ($event['type'] === 'release') {
                wp_schedule_single_event(time(), 'coloa_pull');
                spawn_cron();
            }
            return isset($event['challenge']) ? ['challenge' => $event['challenge']] : new stdClass();
        },
    ]);
});

/** Reads to the end of the log. Cursor and posts are stored in one transaction, page by page. */
function coloa_pull(): void
{
    global $wpdb;
    // Two crons at once would store one page twice; the second gives way.
    if ($wpdb->get_var("select get_lock('coloa', 0)") !== '1') {
        return;
    }
    try {
        do {
            $after = (int) get_option('coloa_after', 0);
            $answer = wp_remote_get(COLOA_HUB . '/feeds/' . COLOA_SITE . "?after=$after&limit=100", [
                'timeout' => 20,
                'redirection' => 0,
                'headers' => defined('COLOA_KEY') ? ['Authorization' => 'Bearer ' . COLOA_KEY] : [],
            ]);
            $status = wp_remote_retrieve_response_code($answer);
            if ($status === 409) { // the hub knows fewer releases (a restored backup): read again from the beginning
                update_option('coloa_after', 0);
                $wpdb->query("delete from {$wpdb->postmeta} where meta_key = 'coloa_seq'");
                continue;
            }
            if ($status !== 200) {
                error_log('coloa: the hub answered ' . $status);
                return;
            }
            $page = json_decode(wp_remote_retrieve_body($answer), true);
            $changes = coloa_changes($page, $after, 'coloa_seq_of');
            $wpdb->query('start transaction');
            foreach ($changes as $key => $item) {
                coloa_store($key, $item);
            }
            update_option('coloa_after', $page['next']);
            $wpdb->query('commit');
        } while ($status === 409 || !$page['isComplete']);
    } catch (RuntimeException $error) {
        error_log('coloa: ' . $error->getMessage());
    } finally {
        $wpdb->query("select release_lock('coloa')");
    }
}

function coloa_post_of(string $key): int
{
    $found = get_posts(['post_status' => 'any', 'meta_key' => 'coloa_key', 'meta_value' => $key, 'fields' => 'ids', 'numberposts' => 1]);
    return (int) ($found[0] ?? 0);
}

function coloa_seq_of(string $key): int
{
    return (int) get_post_meta(coloa_post_of($key), 'coloa_seq', true);
}

/** Author, source agency and first publication go with the item wherever it is shown. */
function coloa_store(string $key, array $item): void
{
    $id = coloa_post_of($key);
    if ($item['kind'] === 'withdraw') {
        if ($id) {
            wp_update_post(['ID' => $id, 'post_status' => 'private']);
            update_post_meta($id, 'coloa_withdrawn', $item['explanation'] ?? $item['reasonCode']);
            update_post_meta($id, 'coloa_seq', $item['seq']);
        }
        return;
    }
    $document = json_decode($item['body'], true)['locales']['vi'] ?? [];
    $id = wp_insert_post([
        'ID' => $id,
        'post_title' => wp_strip_all_tags((string) $item['title']),
        'post_excerpt' => wp_strip_all_tags((string) ($document['lead'] ?? '')),
        'post_content' => '<p>' . esc_html((string) ($document['lead'] ?? '')) . '</p><p><a href="' . esc_url((string) $item['url']) . '">'
            . esc_html((string) ($item['attribution']['sourceAgency'] ?? '')) . '</a></p>',
        'post_date_gmt' => gmdate('Y-m-d H:i:s', strtotime((string) $item['attribution']['firstPublishedAt'])),
        'post_status' => 'publish',
    ]);
    // Whoever hands this post in elsewhere sends these two along, so that no board is offered its own item as new.
    $origin = $item['origin'] ?? ['site' => COLOA_SITE, 'collection' => $item['collection'], 'item' => (string) $item['id']];
    $kept = ['coloa_origin' => wp_slash(wp_json_encode($origin)), 'coloa_hops' => wp_slash(wp_json_encode($item['hops']))];
    $kept += ['coloa_key' => $key, 'coloa_seq' => $item['seq'], 'coloa_author' => $item['attribution']['author'] ?? ''];
    foreach ($kept as $name => $value) {
        update_post_meta($id, $name, $value);
    }
}
