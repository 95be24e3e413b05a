//! What a person does with the page, by subject. Each scenario starts with the page just opened, in
//! a browser that has never seen it.

mod accessibility;
mod crash;
mod dataset;
mod embedding;
mod equation;
mod examples;
mod first_view;
mod frame;
mod hosts;
mod keeping;
mod keyboard;
mod large;
mod lecture;
mod links;
mod masking;
mod media;
mod offline;
mod opening;
mod plots;
mod policy;
mod prediction;
mod settings;
mod share;
mod single_file;
mod sliders;
mod slides;
mod training;
mod typing;

use std::pin::Pin;

use crate::engine::Engine;
use crate::packages::{AXE, Package, REVEAL};
use crate::page::Page;

/// A course of events and what must come of it, by the name of its function.
#[derive(Clone, Copy)]
pub(crate) struct Scenario {
    pub(crate) name: &'static str,
    /// What has to be installed for it.
    pub(crate) needs: Option<Package>,
    /// The engines in which it can be played.
    pub(crate) engines: &'static [Engine],
    pub(crate) run: for<'page> fn(&'page Page) -> Pin<Box<dyn Future<Output = ()> + 'page>>,
}

macro_rules! scenarios {
    ($($subject:ident::$name:ident,)*) => {
        vec![$(Scenario {
            name: stringify!($name),
            needs: match stringify!($subject).as_bytes() {
                b"accessibility" => Some(AXE),
                b"slides" => Some(REVEAL),
                _ => None,
            },
            engines: match (stringify!($subject), stringify!($name)) {
                // These ask the developer tools, which only Chromium's driver leads to.
                ("media", _) | (_, "every_slide_fits_a_projector") => &[Engine::Chromium],
                // In frames of a deck, which are scaled, WebKitGTK's driver stops answering now and then.
                ("slides", _) => &[Engine::Chromium, Engine::Firefox],
                // In a sandbox without an origin, WebKit loads nothing of a page but itself.
                (_, "a_sandboxed_frame_is_one_too" | "a_frame_without_storage_works") => {
                    &[Engine::Chromium, Engine::Firefox]
                }
                _ => &Engine::ALL,
            },
            run: |page| Box::pin($subject::$name(page)),
        },)*]
    };
}

/// All of them.
pub(crate) fn all() -> Vec<Scenario> {
    scenarios![
        opening::loads_and_shows_the_course_item,
        opening::tells_a_reader_of_the_screen_what_things_are,
        first_view::the_first_view_is_what_the_app_draws,
        first_view::the_first_view_answers_as_the_app_does,
        accessibility::no_barrier_in_any_view,
        accessibility::no_barrier_on_a_phone,
        masking::masks_a_second_word,
        masking::unmasks_and_masks_again,
        masking::sums_over_several_sentences,
        dataset::corrupts_a_word_by_its_menu,
        dataset::sentences_are_doubled_moved_and_removed,
        dataset::text_comes_in_by_paste_drop_and_file,
        dataset::draws_positions_as_the_sampler_does,
        large::ten_thousand_sentences_come_in,
        large::a_hostile_paste_is_only_text,
        prediction::takes_buttons_numbers_and_words,
        prediction::sets_small_numbers_logits_and_temperature,
        prediction::predicts_from_a_source,
        links::a_link_is_opened_and_follows_the_work,
        links::a_changed_address_changes_the_page,
        links::a_broken_link_is_refused,
        links::a_link_leaves_earlier_work_behind_it,
        hosts::a_frame_is_a_part_of_its_page,
        hosts::a_frame_is_a_part_of_another_origins_page,
        hosts::a_sandboxed_frame_is_one_too,
        hosts::hostile_messages_change_nothing,
        share::a_link_and_its_code_are_handed_out,
        share::a_frame_is_seen_before_it_is_taken,
        share::a_work_too_long_for_a_link_is_a_file,
        share::files_are_those_of_the_core,
        share::answers_come_when_they_are_asked_for,
        hosts::a_frame_without_storage_works,
        hosts::h5p_gives_the_frame_its_height,
        hosts::open_edx_asks_at_once,
        hosts::the_example_stays_in_a_frame_where_wasm_is_refused,
        embedding::the_plain_example_comes_alive,
        embedding::the_element_comes_alive,
        embedding::the_element_follows_its_attributes,
        embedding::five_parts_have_five_works,
        embedding::what_editors_let_through_comes_alive,
        slides::a_clicker_moves_the_deck,
        slides::a_lecture_in_a_deck_hands_over,
        links::an_address_sets_how_the_page_opens,
        links::what_is_locked_stays,
        lecture::a_clicker_goes_through_the_lecture,
        lecture::a_presenter_has_everything_at_hand,
        lecture::every_slide_fits_a_projector,
        equation::every_total_in_every_unit,
        equation::symbols_explain_themselves,
        equation::a_position_lights_up_everywhere,
        plots::plots_are_those_of_the_core,
        training::trains_as_the_core_does,
        examples::every_example_opens,
        examples::compares_models,
        keeping::work_outlives_a_visit,
        keeping::storage_is_not_needed,
        keeping::the_first_view_hands_over,
        settings::speaks_german,
        settings::is_light_or_dark_by_a_switch,
        sliders::drags_a_slider_with_the_pointer,
        sliders::drags_to_the_end_and_back,
        sliders::moves_a_slider_with_the_keys,
        sliders::a_certain_target_costs_nothing,
        sliders::an_impossible_target_costs_everything,
        sliders::another_slider_starts_where_the_first_one_stopped,
        typing::writes_a_sentence_anew,
        typing::adds_sentences,
        typing::an_empty_dataset_has_no_terms,
        typing::hostile_text_is_only_text,
        typing::everything_fits_a_phone,
        typing::numbers_keep_their_direction_in_hebrew,
        frame::numbers_and_plot_follow_in_the_same_frame,
        frame::a_burst_of_moves_ends_at_the_last,
        keyboard::the_keyboard_does_the_main_job,
        keyboard::the_help_opens_and_closes,
        media::a_print_is_a_handout,
        media::forced_colours_leave_nothing_unseen,
        media::little_motion_trains_at_once,
        media::a_finger_does_what_a_mouse_does,
        media::three_sentences_are_one_screen,
        crash::offers_to_reload_with_the_state_kept,
        crash::offers_to_start_over,
        policy::carries_its_content_policy,
        policy::refuses_an_inline_script,
        policy::the_example_stays_where_wasm_is_refused,
        offline::the_page_is_there_without_a_network,
        offline::a_part_of_a_page_is_not_kept,
        offline::a_new_version_waits_until_it_is_asked_for,
        single_file::a_file_opens_from_a_disk,
        single_file::a_file_works_in_a_sandbox,
        single_file::a_file_works_as_a_text,
        single_file::a_file_is_held_to_its_policy,
    ]
}
